#pragma once

#include "core/queryparameters.h"
#include "widgets/windowservices.h"

#include <QObject>
#include <QSet>
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
    /// What was given to this page, also for parameters that the query no longer has; not what others share.
    const ParameterValues &values() const { return m_values; }
    /// Gives the page \a values, as a favourite does: they win over shared ones, until another one is typed.
    void setValues(const ParameterValues &values);
    /// Gives it those that it had before: what is shared is laid over them.
    void restoreValues(const ParameterValues &values);
    void copyFrom(const PageParameters &other);
    /// The first control above the editor: a field, else one of \a bar.
    QWidget *stopAbove(const QWidget &bar) const;

    /// Writes the values into \a sent, of the page's text. False where one is missing or wrong: the field has
    /// the keyboard then, and says so.
    bool fill(SentText &sent);
    /// The same without a word.
    bool fillQuietly(SentText &sent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// values() are others, by the user.
    void changed();
    void runRequested();

private:
    void update();
    void updateWhenSeen();
    void take(const QString &name, const ParameterValue &value);
    void share(bool isShared);
    void noteShared();
    void readShared();
    ParameterValues valuesInUse();

    QueryEditor &m_editor;
    QueryBar &m_bar;
    SettingsStore &m_settings;
    ParameterStrip *m_strip;
    ParameterValues m_values;
    ParameterValues m_shared;    ///< as last read; laid over those of the page
    bool m_isSharedRead = false; ///< m_shared is what is shared now
    QSet<QString> m_given;       ///< parameters whose own value wins over a shared one
    QWidget &m_page;
    bool m_isDue = false; ///< the fields are to be brought up to date when the page is seen
    QTimer m_pause{this}; ///< from a key to the fields
};

} // namespace sonde
