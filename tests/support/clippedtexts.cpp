#include "support/clippedtexts.h"

#include "widgets/querytabbar.h"
#include "widgets/resultsview.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolButton>

namespace sonde {

namespace {

/// Around a text in a tab or a header.
constexpr int tabPadding = 24;
constexpr int smallestPadding = 8;
/// Of an icon in a line edit, with its margins.
constexpr int sideIcon = 22;

QString plain(const QString &text)
{
    return QString(text).remove(u'&');
}

bool isCut(const QLabel &label)
{
    if (label.text().isEmpty())
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height() + 1;
    return label.sizeHint().width() > label.width() + 1 || label.sizeHint().height() > label.height() + 1;
}

bool isCut(const QAbstractButton &button)
{
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    if (button.text().isEmpty() || (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly))
        return false;
    if (button.hasHeightForWidth())
        return button.heightForWidth(button.width()) > button.height() + 1;
    const QSize wanted = button.sizeHint();
    return wanted.width() > button.width() + 1 || wanted.height() > button.height() + 1;
}

bool isCut(const QComboBox &box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    const QRect field =
        box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    const int icon = box.itemIcon(box.currentIndex()).isNull() ? 0 : box.iconSize().width() + 4;
    return box.fontMetrics().horizontalAdvance(box.currentText()) + icon > field.width();
}

bool isCut(const QLineEdit &line)
{
    if (!line.text().isEmpty() || line.placeholderText().isEmpty())
        return false;
    int icons = 0;
    for (const QAction *action : line.actions())
        icons += action->isVisible() ? sideIcon : 0;
    return line.fontMetrics().horizontalAdvance(line.placeholderText()) + icons >
           line.contentsRect().width() - 8;
}

bool isCut(const QAbstractSpinBox &box)
{
    const auto *line = box.findChild<QLineEdit *>();
    return line != nullptr &&
           line->fontMetrics().horizontalAdvance(box.text()) > line->contentsRect().width();
}

bool isCut(const QTabBar &bar)
{
    // The bar of a group of docks of which one is shown is never laid out, and not seen.
    if (bar.count() < 2)
        return false;
    for (int index = 0; index < bar.count(); ++index) {
        const int wanted = bar.fontMetrics().horizontalAdvance(plain(bar.tabText(index))) + tabPadding;
        if (wanted > bar.tabRect(index).width())
            return true;
    }
    return false;
}

bool isCut(const QHeaderView &header)
{
    for (int section = 0; section < header.count(); ++section) {
        const QString text = header.model()->headerData(section, header.orientation()).toString();
        if (!header.isSectionHidden(section) &&
            header.fontMetrics().horizontalAdvance(text) + smallestPadding > header.sectionSize(section))
            return true;
    }
    return false;
}

bool isCut(const QListWidget &list)
{
    return list.sizeHintForColumn(0) > list.viewport()->width();
}

/// Entries that did not fit stand behind such a button.
bool isOverflow(const QWidget &widget)
{
    return widget.objectName() == QLatin1String("qt_menubar_ext_button") ||
           widget.objectName() == QLatin1String("qt_toolbar_ext_button");
}

QString textOf(const QWidget &widget)
{
    for (const char *property : {"text", "currentText", "placeholderText", "title"}) {
        const QString text = widget.property(property).toString();
        if (!text.isEmpty())
            return text;
    }
    return widget.accessibleName();
}

bool isCutWidget(const QWidget &widget)
{
    if (isOverflow(widget))
        return true;
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return isCut(*label);
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return isCut(*button);
    if (const auto *box = qobject_cast<const QComboBox *>(&widget))
        return isCut(*box);
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return isCut(*line);
    if (const auto *spin = qobject_cast<const QAbstractSpinBox *>(&widget))
        return isCut(*spin);
    if (const auto *list = qobject_cast<const QListWidget *>(&widget))
        return isCut(*list);
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        return qobject_cast<const QueryTabBar *>(&widget) == nullptr && isCut(*tabs);
    if (const auto *header = qobject_cast<const QHeaderView *>(&widget))
        return header->orientation() == Qt::Horizontal &&
               qobject_cast<const ResultsView *>(header->parentWidget()) == nullptr && isCut(*header);
    return false;
}

QChar mnemonicOf(const QString &text)
{
    const qsizetype at = QString(text).replace(QStringLiteral("&&"), QStringLiteral("__")).indexOf(u'&');
    return at < 0 || at + 1 >= text.size() ? QChar() : text.at(at + 1).toLower();
}

class MnemonicAudit
{
public:
    void audit(const QWidget &window)
    {
        Letters letters;
        for (const QMenuBar *bar : window.findChildren<QMenuBar *>()) {
            for (const QAction *action : bar->actions()) {
                take(letters, action->text());
                if (action->menu() != nullptr)
                    visit(*action->menu());
            }
        }
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            if (!widget->isVisibleTo(&window))
                continue;
            const auto *label = qobject_cast<const QLabel *>(widget);
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (label != nullptr && label->buddy() != nullptr)
                take(letters, label->text());
            else if (button != nullptr)
                take(letters, button->text());
        }
    }

    const QStringList &faults() const { return m_faults; }

private:
    using Letters = QHash<QChar, QString>;

    void take(Letters &letters, const QString &text)
    {
        const QChar letter = mnemonicOf(text);
        if (letter.isNull())
            return;
        if (letters.contains(letter))
            m_faults << QStringLiteral("“%1” and “%2” have the same letter").arg(letters.value(letter), text);
        else
            letters.insert(letter, text);
    }

    void visit(const QMenu &menu)
    {
        Letters letters;
        for (const QAction *action : menu.actions()) {
            if (action->isSeparator())
                continue;
            if (mnemonicOf(action->text()).isNull())
                m_faults << QStringLiteral("“%1” has no letter").arg(action->text());
            take(letters, action->text());
            if (action->menu() != nullptr)
                visit(*action->menu());
        }
    }

    QStringList m_faults;
};

} // namespace

QStringList clippedTexts(const QWidget &window)
{
    QStringList faults;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window) || !isCutWidget(*widget))
            continue;
        faults << QStringLiteral("%1#%2 (%3x%4, wants %5x%6): %7")
                      .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())
                      .arg(widget->width())
                      .arg(widget->height())
                      .arg(widget->sizeHint().width())
                      .arg(widget->sizeHint().height())
                      .arg(textOf(*widget));
    }
    return faults;
}

QStringList mnemonicFaults(const QWidget &window)
{
    MnemonicAudit audit;
    audit.audit(window);
    return audit.faults();
}

} // namespace sonde
