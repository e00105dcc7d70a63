#include "accessibility/scenefacts.h"

#include "widgets/messagebar.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTableView>
#include <QTreeView>
#include <Qsci/qsciscintilla.h>

namespace sonde {

namespace {

/// Enough of a long view to see how its rows speak.
constexpr int rowsTold = 40;

QString withoutMnemonic(QString text)
{
    text.replace(QLatin1String("&&"), QString(QChar(0)));
    text.remove(u'&').replace(QChar(0), u'&');
    return text;
}

/// What a screen reader calls a field: on Linux a box by what it says, as its label is told beside it.
QString calledOf(const QWidget &field)
{
    const auto *box = qobject_cast<const QComboBox *>(&field);
    return box != nullptr ? box->currentText() : field.accessibleName();
}

/// The words of the label where the field has no name of its own.
QString nameOf(const QWidget &window, const QWidget &field)
{
    if (!field.accessibleName().isEmpty())
        return field.accessibleName();
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->buddy() == &field)
            return withoutMnemonic(label->text());
    }
    return {};
}

QJsonObject labelFacts(const QLabel &label)
{
    QJsonObject facts{{QStringLiteral("text"), withoutMnemonic(label.text())}};
    if (label.buddy() != nullptr && label.buddy()->isVisible())
        facts.insert(QStringLiteral("field"), calledOf(*label.buddy()));
    return facts;
}

QJsonObject viewFacts(const QAbstractItemView &view)
{
    const QAbstractItemModel &model = *view.model();
    QJsonArray rows;
    for (int row = 0; row < std::min(rowsTold, model.rowCount(view.rootIndex())); ++row) {
        QJsonArray cells;
        for (int column = 0; column < model.columnCount(view.rootIndex()); ++column)
            cells.append(model.index(row, column, view.rootIndex()).data().toString());
        rows.append(cells);
    }
    QJsonArray headers;
    if (qobject_cast<const QTableView *>(&view) != nullptr) {
        for (int column = 0; column < model.columnCount(); ++column)
            headers.append(model.headerData(column, Qt::Horizontal).toString());
    }
    const bool isTable = qobject_cast<const QTableView *>(&view) != nullptr;
    const bool isTree = qobject_cast<const QTreeView *>(&view) != nullptr;
    return {{QStringLiteral("name"), view.accessibleName()},
            {QStringLiteral("role"), isTable  ? QStringLiteral("table")
                                     : isTree ? QStringLiteral("tree")
                                              : QStringLiteral("list")},
            {QStringLiteral("rowCount"), model.rowCount(view.rootIndex())},
            {QStringLiteral("columnCount"), model.columnCount(view.rootIndex())},
            {QStringLiteral("headers"), headers},
            {QStringLiteral("rows"), rows}};
}

QJsonObject buttonFacts(const QAbstractButton &button)
{
    const QString name =
        button.accessibleName().isEmpty() ? withoutMnemonic(button.text()) : button.accessibleName();
    return {{QStringLiteral("name"), name},
            {QStringLiteral("checked"), button.isChecked()},
            {QStringLiteral("enabled"), button.isEnabled()}};
}

QJsonObject textFacts(const QString &name, const QString &text, bool isMultiLine, bool isReadOnly)
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("text"), text},
            {QStringLiteral("multiLine"), isMultiLine},
            {QStringLiteral("readOnly"), isReadOnly}};
}

} // namespace

QJsonObject factsOf(const QWidget &window)
{
    QJsonArray labels;
    QJsonArray views;
    QJsonArray buttons;
    QJsonArray editors;
    QJsonArray messages;
    for (const QWidget *part : window.findChildren<QWidget *>()) {
        // Hints over the window are windows of their own.
        if (!part->isVisible() || part->visibleRegion().isEmpty() || part->window() != window.window())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(part); label && !label->text().isEmpty())
            labels.append(labelFacts(*label));
        else if (const auto *view = qobject_cast<const QAbstractItemView *>(part);
                 view && view->model() && !qobject_cast<const QHeaderView *>(part))
            views.append(viewFacts(*view));
        else if (const auto *button = qobject_cast<const QAbstractButton *>(part);
                 button && !(button->accessibleName().isEmpty() && button->text().isEmpty()))
            buttons.append(buttonFacts(*button));
        else if (const auto *plain = qobject_cast<const QPlainTextEdit *>(part))
            editors.append(
                textFacts(nameOf(window, *plain), plain->toPlainText(), true, plain->isReadOnly()));
        else if (const auto *query = qobject_cast<const QsciScintilla *>(part))
            editors.append(textFacts(query->accessibleName(), query->text(), true, query->isReadOnly()));
        else if (const auto *line = qobject_cast<const QLineEdit *>(part);
                 line && line->echoMode() == QLineEdit::Normal && !line->accessibleName().isEmpty())
            editors.append(textFacts(line->accessibleName(), line->text(), false, line->isReadOnly()));
        else if (const auto *message = qobject_cast<const MessageBar *>(part))
            messages.append(message->message());
    }
    const QWidget *focus = QApplication::focusWidget();
    return {{QStringLiteral("labels"), labels},
            {QStringLiteral("views"), views},
            {QStringLiteral("buttons"), buttons},
            {QStringLiteral("editors"), editors},
            {QStringLiteral("messages"), messages},
            {QStringLiteral("focus"),
             focus != nullptr
                 ? QString::fromLatin1(focus->metaObject()->className()) + u'#' + focus->accessibleName()
                 : QString()}};
}

} // namespace sonde
