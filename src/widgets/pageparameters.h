#pragma once

#include "core/queryparameters.h"
#include "widgets/windowservices.h"

#include <QObject>
#include <QTimer>

class QWidget;

namespace sonde {

class ParameterStrip;
class QueryBar;
class QueryEditor;

/// The values that a page's queries leave open: shows those of the query at the caret above the editor,
/// remembers what is typed, and writes it into what is sent.
class PageParameters final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the parameters but \a page, whose child they are.
    PageParameters(QueryEditor &editor, QueryBar &bar, const WindowServices &services, QWidget *page);

    ParameterStrip &strip() { return *m_strip; }
    /// What was typed, also for parameters that the query no longer has.
    const ParameterValues &values() const { return m_values; }
    void setValues(const ParameterValues &values);
    /// The first control above the editor: a field, else one of \a bar.
    QWidget *stopAbove(const QWidget &bar) const;

    /// Writes the values into \a sent, of the page's text. False where one is missing or wrong: the field has
    /// the keyboard then, and says so.
    bool fill(SentText &sent);
    /// The same without a word.
    bool fillQuietly(SentText &sent) const;

signals:
    /// values() are others, by the user.
    void changed();
    void runRequested();

private:
    void update();
    void take(const QString &name, const ParameterValue &value);
    void share(bool isShared);
    void takeShared();

    QueryEditor &m_editor;
    QueryBar &m_bar;
    SettingsStore &m_settings;
    ParameterStrip *m_strip;
    ParameterValues m_values;
    QTimer m_pause{this}; ///< from a key to the fields
};

} // namespace sonde
