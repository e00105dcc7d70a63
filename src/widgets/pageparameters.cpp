#include "widgets/pageparameters.h"

#include "stores/settingsstore.h"
#include "widgets/focuschain.h"
#include "widgets/parameterfield.h"
#include "widgets/parameterstrip.h"
#include "widgets/querybar.h"
#include "widgets/queryeditor.h"
#include "widgets/queryparts.h"

#include <QEvent>
#include <QLineEdit>

namespace sonde {

namespace {

constexpr int pauseMs = 150;

/// Most queries have none, and need not be read for it.
bool mayHaveParameters(const QString &text)
{
    return text.contains(u'{') || text.contains(QLatin1String("query_parameters"));
}

} // namespace

PageParameters::PageParameters(QueryEditor &editor, QueryBar &bar, const WindowServices &services,
                               QWidget *page)
    : QObject(page)
    , m_editor(editor)
    , m_bar(bar)
    , m_settings(services.settings)
    , m_strip(new ParameterStrip(services.theme, services.icons, page))
    , m_page(*page)
{
    page->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &PageParameters::updateWhenSeen);
    connect(&editor, &QsciScintilla::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&editor, &QsciScintilla::cursorPositionChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&bar, &QueryBar::languageChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_strip, &ParameterStrip::edited, this, &PageParameters::take);
    connect(m_strip, &ParameterStrip::sharedChanged, this, &PageParameters::share);
    connect(m_strip, &ParameterStrip::runRequested, this, &PageParameters::runRequested);
    connect(m_strip, &ParameterStrip::leaveRequested, &editor,
            [&editor] { editor.setFocus(Qt::OtherFocusReason); });
    connect(&m_settings, &SettingsStore::changed, this, [this](const QString &key) {
        if (key == QLatin1String(settings::sharedParameters.key) ||
            key == QLatin1String(settings::sharesParameters.key))
            noteShared();
    });
    noteShared();
}

void PageParameters::setValues(const ParameterValues &values)
{
    readShared();
    m_values = values;
    m_given.clear();
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        m_given.insert(value.key());
    updateWhenSeen();
}

void PageParameters::restoreValues(const ParameterValues &values)
{
    m_values = values;
    m_given.clear();
    updateWhenSeen();
}

void PageParameters::copyFrom(const PageParameters &other)
{
    m_values = other.m_values;
    m_given = other.m_given;
    m_shared = other.m_shared;
    m_isSharedRead = other.m_isSharedRead;
    updateWhenSeen();
}

QWidget *PageParameters::stopAbove(const QWidget &bar) const
{
    return m_strip->isVisible() ? &m_strip->fields().first()->edit() : lastStopOf(bar);
}

/// Many tabs may be open, and only one of them is in front.
void PageParameters::updateWhenSeen()
{
    m_isDue = true;
    if (m_page.isVisible())
        update();
}

bool PageParameters::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_page && event->type() == QEvent::Show && (m_isDue || m_pause.isActive()))
        update();
    return QObject::eventFilter(watched, event);
}

void PageParameters::update()
{
    m_isDue = false;
    m_pause.stop();
    QList<QueryParameter> parameters;
    if (m_bar.language() == QueryLanguage::Kql) {
        Query query;
        query.text = m_editor.queryText();
        if (mayHaveParameters(query.text))
            parameters = queryParameters(QueryParts(query, m_editor.place()).atPlace().query.text);
    }
    m_strip->show(parameters, valuesInUse());
}

void PageParameters::take(const QString &name, const ParameterValue &value)
{
    m_values.insert(name, value);
    m_given.remove(name);
    if (m_strip->isShared()) {
        readShared();
        m_shared.insert(name, value);
        m_settings.set(settings::sharedParameters, toText(m_shared, EmptyValues::Kept));
    }
    emit changed();
}

/// What stands in this tab is what the others get, and nothing of what was shared before.
void PageParameters::share(bool isShared)
{
    ParameterValues shared;
    if (isShared) {
        for (const ParameterField *field : m_strip->fields()) {
            if (!field->value().text.isEmpty())
                shared.insert(field->parameter().name, field->value());
        }
    }
    m_settings.set(settings::sharedParameters, toText(shared));
    m_settings.set(settings::sharesParameters, isShared);
}

void PageParameters::noteShared()
{
    m_strip->setShared(m_settings.get(settings::sharesParameters));
    if (!m_strip->isShared())
        m_shared.clear();
    m_isSharedRead = false;
    m_pause.start();
}

/// A value that is another one than before is that of this page, too, whatever was given to it.
void PageParameters::readShared()
{
    if (m_isSharedRead)
        return;
    m_isSharedRead = true;
    ParameterValues shared;
    if (m_strip->isShared())
        shared = parameterValuesFromText(m_settings.get(settings::sharedParameters));
    for (auto value = shared.cbegin(); value != shared.cend(); ++value) {
        const auto before = m_shared.constFind(value.key());
        if (before == m_shared.cend() || *before != *value)
            m_given.remove(value.key());
    }
    m_shared = std::move(shared);
}

/// Those of the page, with the shared ones over them; but what was given to it wins.
ParameterValues PageParameters::valuesInUse()
{
    readShared();
    ParameterValues values = m_values;
    for (auto value = m_shared.cbegin(); value != m_shared.cend(); ++value) {
        if (!m_given.contains(value.key()))
            values.insert(value.key(), *value);
    }
    return values;
}

bool PageParameters::fillQuietly(SentText &sent)
{
    return m_bar.language() != QueryLanguage::Kql || !mayHaveParameters(sent.text()) ||
           !fillParameters(sent, valuesInUse());
}

bool PageParameters::fill(SentText &sent)
{
    if (m_bar.language() != QueryLanguage::Kql || !mayHaveParameters(sent.text()))
        return true;
    const auto problem = fillParameters(sent, valuesInUse());
    if (!problem)
        return true;
    update();
    if (m_strip->field(problem->name) == nullptr) {
        // Of several queries: the fields are those of the one at the caret.
        const TextPosition place = positionAt(m_editor.queryText(), sent.start());
        m_editor.setCursorPosition(place.line - 1, place.column);
        update();
    }
    m_strip->ask(*problem);
    return false;
}

} // namespace sonde
