#include "widgets/closequestion.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CloseQuestion)
};

} // namespace

void askToClose(QWidget *window, std::function<void()> close)
{
    auto *box =
        new QMessageBox(QMessageBox::Question, Words::tr("Close Sonde"),
                        Words::tr("Some queries are in no file, and the session cannot be kept just now."),
                        QMessageBox::NoButton, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(Words::tr("They are lost when the window closes."));
    QPushButton *closing = box->addButton(Words::tr("Close without saving"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(closing, &QAbstractButton::clicked, window, [close = std::move(close)] { close(); });
    box->open();
}

} // namespace sonde
