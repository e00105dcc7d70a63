#include "widgets/pageparameters.h"

#include "stores/settingsstore.h"
#include "widgets/focuschain.h"
#include "widgets/parameterfield.h"
#include "widgets/parameterstrip.h"
#include "widgets/querybar.h"
#include "widgets/queryeditor.h"
#include "widgets/queryparts.h"

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
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &PageParameters::update);
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
            takeShared();
    });
    takeShared();
}

void PageParameters::setValues(const ParameterValues &values)
{
    m_values = values;
    takeShared();
    update();
}

QWidget *PageParameters::stopAbove(const QWidget &bar) const
{
    return m_strip->isVisible() ? &m_strip->fields().first()->edit() : lastStopOf(bar);
}

void PageParameters::update()
{
    m_pause.stop();
    QList<QueryParameter> parameters;
    if (m_bar.language() == QueryLanguage::Kql) {
        Query query;
        query.text = m_editor.queryText();
        if (mayHaveParameters(query.text))
            parameters = queryParameters(QueryParts(query, m_editor.place()).atPlace().query.text);
    }
    m_strip->show(parameters, m_values);
}

void PageParameters::take(const QString &name, const ParameterValue &value)
{
    m_values.insert(name, value);
    if (m_strip->isShared()) {
        ParameterValues shared = parameterValuesFromText(m_settings.get(settings::sharedParameters));
        shared.insert(name, value);
        m_settings.set(settings::sharedParameters, toText(shared));
    }
    emit changed();
}

/// What stands in this tab is what the others get.
void PageParameters::share(bool isShared)
{
    if (isShared) {
        ParameterValues shared = parameterValuesFromText(m_settings.get(settings::sharedParameters));
        for (const ParameterField *field : m_strip->fields()) {
            if (!field->value().text.isEmpty())
                shared.insert(field->parameter().name, field->value());
        }
        m_settings.set(settings::sharedParameters, toText(shared));
    }
    m_settings.set(settings::sharesParameters, isShared);
}

void PageParameters::takeShared()
{
    m_strip->setShared(m_settings.get(settings::sharesParameters));
    if (!m_strip->isShared())
        return;
    const ParameterValues shared = parameterValuesFromText(m_settings.get(settings::sharedParameters));
    for (auto value = shared.cbegin(); value != shared.cend(); ++value)
        m_values.insert(value.key(), *value);
    m_pause.start();
}

bool PageParameters::fillQuietly(SentText &sent) const
{
    return m_bar.language() != QueryLanguage::Kql || !mayHaveParameters(sent.text()) ||
           !fillParameters(sent, m_values);
}

bool PageParameters::fill(SentText &sent)
{
    if (m_bar.language() != QueryLanguage::Kql || !mayHaveParameters(sent.text()))
        return true;
    const auto problem = fillParameters(sent, m_values);
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
