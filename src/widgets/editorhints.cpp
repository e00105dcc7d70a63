#include "widgets/editorhints.h"

#include "kql/kqlwords.h"
#include "models/background.h"
#include "widgets/completiontext.h"
#include "widgets/editorlanguage.h"
#include "widgets/editorpositions.h"
#include "widgets/problemmarks.h"
#include "widgets/queryeditor.h"
#include "widgets/theme.h"

#include <QHelpEvent>
#include <QLabel>
#include <QScreen>
#include <QToolTip>
#include <algorithm>

namespace sonde {

namespace {

/// From the last move of the caret to the question which call it is in.
constexpr int pauseMs = 120;

QPoint pointOf(const QueryEditor &editor, qsizetype units)
{
    const long position = bytesAt(editor, units);
    return {static_cast<int>(editor.SendScintilla(QsciScintillaBase::SCI_POINTXFROMPOSITION, 0UL, position)),
            static_cast<int>(editor.SendScintilla(QsciScintillaBase::SCI_POINTYFROMPOSITION, 0UL, position))};
}

} // namespace

EditorHints::EditorHints(EditorLanguage &language, const ProblemMarks &problems, const Theme &theme)
    : QObject(&language.editor())
    , m_language(language)
    , m_problems(problems)
    , m_infoSlot(KqlService::makeSlot())
    , m_parameterSlot(KqlService::makeSlot())
    , m_parameters(new QLabel(&language.editor(),
                              Qt::ToolTip | Qt::FramelessWindowHint | Qt::WindowDoesNotAcceptFocus))
{
    m_parameters->setAttribute(Qt::WA_ShowWithoutActivating);
    m_parameters->setFrameShape(QFrame::StyledPanel);
    m_parameters->setTextFormat(Qt::RichText);
    m_parameters->setMargin(4);
    m_parameters->setFont(theme.editorFont());
    QueryEditor &editor = language.editor();
    connect(&theme, &Theme::fontsChanged, this,
            [this, &theme] { m_parameters->setFont(theme.editorFont()); });
    editor.installEventFilter(this);
    editor.viewport()->installEventFilter(this);
    connect(&language, &EditorLanguage::changed, this, &EditorHints::hideParameters);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &EditorHints::updateParameters);
    connect(&editor, &QsciScintilla::SCN_CHARADDED, this, &EditorHints::onCharacter);
    connect(&editor, &QsciScintilla::cursorPositionChanged, this, [this] {
        if (m_parameters->isVisible())
            m_pause.start();
    });
}

EditorHints::~EditorHints()
{
    m_language.drop(m_infoSlot);
    m_language.drop(m_parameterSlot);
}

bool EditorHints::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip:
        if (watched == m_language.editor().viewport())
            return showAtPointer(static_cast<const QHelpEvent &>(*event));
        break;
    case QEvent::ShortcutOverride:
        if (m_parameters->isVisible() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            hideParameters();
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress:
        // A bracket that comes with its closing one is no character that the editor tells of.
        if (watched == &m_language.editor() && static_cast<QKeyEvent *>(event)->text() == QLatin1String("("))
            showParameters();
        break;
    case QEvent::FocusOut:
    case QEvent::Wheel:
        hideParameters();
        break;
    case QEvent::Hide:
    case QEvent::Leave:
        m_language.drop(m_infoSlot);
        if (event->type() == QEvent::Hide)
            hideParameters();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool EditorHints::showAtPointer(const QHelpEvent &event)
{
    QueryEditor &editor = m_language.editor();
    const long position =
        editor.SendScintilla(QsciScintillaBase::SCI_POSITIONFROMPOINTCLOSE,
                             static_cast<unsigned long>(event.pos().x()), static_cast<long>(event.pos().y()));
    if (position < 0)
        return false;
    const qsizetype units = unitsAt(editor, position);
    QStringList problems;
    for (const EditorProblem &problem : m_problems.at(units))
        problems.append(problem.message);
    const QPoint at = event.globalPos();
    showQuickInfo(at, problems, {});
    const EditorLanguage::Place place = m_language.placeAt(units);
    if (!m_language.canAsk(place))
        return true;
    whenDone(this,
             m_language.service()->quickInfo(place.place, {KqlQuestion::Urgency::Background, m_infoSlot}),
             [this, at, problems](const Result<KqlQuickInfo> &info) {
                 // The pointer has gone elsewhere meanwhile.
                 const QWidget *viewport = m_language.editor().viewport();
                 if (info && viewport->isVisible() && (QCursor::pos() - at).manhattanLength() < 8)
                     showQuickInfo(at, problems, *info);
             });
    return true;
}

void EditorHints::showQuickInfo(const QPoint &at, const QStringList &problems, const KqlQuickInfo &info)
{
    QStringList lines;
    if (!info.signature.isEmpty())
        lines.append(QLatin1String("<b>") + info.signature.toHtmlEscaped() + QLatin1String("</b>"));
    if (!info.description.isEmpty())
        lines.append(info.description.toHtmlEscaped());
    for (const QString &problem : problems)
        lines.append(problem.toHtmlEscaped());
    if (!lines.isEmpty()) {
        QToolTip::showText(
            at, QLatin1String("<p>") + lines.join(QLatin1String("</p><p>")) + QLatin1String("</p>"),
            m_language.editor().viewport());
    }
}

void EditorHints::onCharacter(int character)
{
    if (character == '(' || character == ',')
        showParameters();
    else if (m_parameters->isVisible())
        m_pause.start();
}

void EditorHints::showParameters()
{
    if (m_language.isActive() && m_language.service() != nullptr)
        m_pause.start();
}

void EditorHints::updateParameters()
{
    const EditorLanguage::Place place = m_language.placeAt(caretUnits(m_language.editor()));
    if (!m_language.canAsk(place))
        return;
    whenDone(
        this,
        m_language.service()->signatures(place.place, {KqlQuestion::Urgency::Background, m_parameterSlot}),
        [this, start = place.start](const Result<KqlSignatures> &found) {
            if (found && m_language.editor().hasFocus())
                takeSignatures(*found, start);
            else
                hideParameters();
        });
}

void EditorHints::takeSignatures(const KqlSignatures &found, qsizetype blockStart)
{
    if (found.signatures.isEmpty()) {
        hideParameters();
        return;
    }
    // Of several forms the first that has so many parameters.
    const auto fits = [&found](const KqlSignatures::Signature &signature) {
        return found.argument < signature.parameters.size() || signature.repeatsLast;
    };
    const auto best = std::find_if(found.signatures.begin(), found.signatures.end(), fits);
    m_parameters->setText(
        textOf(best == found.signatures.end() ? found.signatures.first() : *best, found.argument));
    m_parameters->adjustSize();
    QueryEditor &editor = m_language.editor();
    const QPoint at = editor.viewport()->mapToGlobal(pointOf(editor, blockStart + found.start));
    const QRect room = editor.screen()->availableGeometry();
    QPoint corner(at.x(), at.y() - m_parameters->height() - 2);
    if (corner.y() < room.top())
        corner.setY(at.y() + 2 * m_parameters->fontMetrics().height());
    corner.setX(
        std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - m_parameters->width())));
    m_parameters->move(corner);
    m_parameters->show();
}

QString EditorHints::textOf(const KqlSignatures::Signature &signature, int argument)
{
    QStringList parameters;
    const int last = static_cast<int>(signature.parameters.size()) - 1;
    const int current = signature.repeatsLast ? std::min(argument, last) : argument;
    for (int i = 0; i <= last; ++i) {
        const QString name = signature.parameters.at(i).toHtmlEscaped();
        parameters.append(i == current ? QString(u"<b>" + name + u"</b>") : name);
    }
    if (signature.repeatsLast)
        parameters.append(QStringLiteral("…"));
    const QString result = signature.result.isEmpty() ? QString() : QString(u": " + signature.result);
    return signature.name.toHtmlEscaped() + u'(' + parameters.join(QLatin1String(", ")) + u')' + result;
}

QString EditorHints::parametersText() const
{
    return m_parameters->isVisible() ? m_parameters->text() : QString();
}

void EditorHints::hideParameters()
{
    m_pause.stop();
    m_language.drop(m_parameterSlot);
    m_parameters->hide();
}

} // namespace sonde
