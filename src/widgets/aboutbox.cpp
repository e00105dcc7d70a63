#include "widgets/aboutbox.h"

#include "widgets/icons.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AboutBox)
};

} // namespace

void showAboutBox(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(Words::tr("About Sonde"));
    box->setIconPixmap(Icons::programIcon().pixmap(64, 64));
    box->setText(Words::tr("Sonde %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(
        Words::tr("Searches Azure Log Analytics from the desktop.\n"
                  "Free software under the GNU General Public License, version 3 or later."));
    box->open();
}

} // namespace sonde
