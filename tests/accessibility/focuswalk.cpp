#include "accessibility/focuswalk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>
#include <Qsci/qsciscintilla.h>
#include <algorithm>

namespace sonde {

namespace {

constexpr int mostSteps = 200;

bool isIn(const QWidget &widget, const char *className)
{
    for (const QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        if (parent->inherits(className))
            return true;
    }
    return false;
}

bool isControl(const QWidget &widget)
{
    for (const char *className :
         {"QAbstractButton", "QComboBox", "QAbstractSpinBox", "QLineEdit", "QAbstractItemView", "QTabBar",
          "QPlainTextEdit", "QTextEdit", "QsciScintilla"}) {
        if (widget.inherits(className))
            return true;
    }
    return false;
}

/// Parts of other controls, which answer to keys of those: the arrows of tab bars (Left and Right), their
/// crosses (Ctrl+W), signs in text fields (Ctrl+A and Delete), headers (F9), corners of tables (Ctrl+A).
bool isPart(const QWidget &widget)
{
    return isIn(widget, "QTabBar") || isIn(widget, "QLineEdit") || isIn(widget, "QAbstractSpinBox") ||
           isIn(widget, "QComboBox") || isIn(widget, "QAbstractItemView") || isIn(widget, "QMenuBar") ||
           widget.inherits("QHeaderView") || widget.objectName() == QLatin1String("qt_toolbar_ext_button");
}

/// The tools of the toolbar have keys.
bool hasKey(const QWidget &widget)
{
    const auto *button = qobject_cast<const QToolButton *>(&widget);
    return button != nullptr && button->defaultAction() != nullptr &&
           !button->defaultAction()->shortcuts().isEmpty();
}

/// A field for dates takes a step for each of its parts.
constexpr int partsOfDate = 7;

/// Whether it stands where the window is not.
bool isOutside(const QWidget &widget)
{
    const QWidget &window = *widget.window();
    const QWidget *part = &widget;
    while (part != &window && part->parentWidget() != &window)
        part = part->parentWidget();
    return part != &window && !window.rect().intersects(part->geometry());
}

QWidget *nextAfter(QWidget &widget, bool backwards)
{
    // An editor keeps Tab for indenting, unless its text is only read.
    const auto *editor = qobject_cast<const QsciScintilla *>(&widget);
    const bool isEditor = editor != nullptr && !editor->isReadOnly();
    const int steps = widget.inherits("QDateTimeEdit") ? partsOfDate : 1;
    for (int step = 0; step < steps && QApplication::focusWidget() == &widget; ++step) {
        QTest::keyClick(&widget, isEditor ? Qt::Key_F6 : Qt::Key_Tab,
                        backwards ? Qt::ShiftModifier : Qt::NoModifier);
    }
    return QApplication::focusWidget();
}

} // namespace

QString nameOf(const QWidget &widget)
{
    QString text = widget.accessibleName();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget); button && text.isEmpty())
        text = button->text();
    return QStringLiteral("%1#%2 “%3”")
        .arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName(), text);
}

QList<QWidget *> controlsOf(const QWidget &window)
{
    QList<QWidget *> controls;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->isEnabled() && widget->window() == &window &&
            !isOutside(*widget) && isControl(*widget) && !isPart(*widget) && !hasKey(*widget))
            controls << widget;
    }
    return controls;
}

bool takeKeyboard(QWidget &window)
{
    QWidget &active = window.windowType() == Qt::Popup ? *window.parentWidget()->window() : window;
    active.activateWindow();
    return QTest::qWaitForWindowActive(&active) && QTest::qWaitFor([&window] {
               const QWidget *focus = QApplication::focusWidget();
               return focus != nullptr && focus->window() == &window;
           });
}

QList<QWidget *> walk(bool backwards, QString *problem)
{
    QList<QWidget *> stops;
    QWidget *at = QApplication::focusWidget();
    if (at == nullptr) {
        *problem = QStringLiteral("nothing has the keyboard at first");
        return {};
    }
    for (int step = 0; step < mostSteps; ++step) {
        QWidget *next = nextAfter(*at, backwards);
        if (qEnvironmentVariableIsSet("SONDE_PRINT_FOCUS"))
            qInfo().noquote() << (next != nullptr ? nameOf(*next) : QStringLiteral("nothing"))
                              << (next ? next->geometry() : QRect());
        if (next == at || next == nullptr) {
            *problem = QStringLiteral("stuck at ") + nameOf(*at);
            return {};
        }
        if (stops.contains(next)) {
            // Out of the editor a key leads past what stands beside it.
            const bool hasEditor = std::any_of(stops.begin(), stops.end(), [](const QWidget *stop) {
                return stop->inherits("QsciScintilla");
            });
            if (next == stops.constFirst() || hasEditor)
                return stops;
            *problem = QStringLiteral("in a circle that begins at ") + nameOf(*next) +
                       QStringLiteral(" and leaves out ") + nameOf(*stops.constFirst());
            return {};
        }
        if (isOutside(*next)) {
            *problem = QStringLiteral("comes to what nobody sees: ") + nameOf(*next);
            return {};
        }
        stops << next;
        at = next;
    }
    *problem = QStringLiteral("without end");
    return {};
}

} // namespace sonde
