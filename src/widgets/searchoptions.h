#pragma once

#include "core/patternsearch.h"

#include <QWidget>

class QToolButton;

namespace sonde {

class Icons;

/// How a text is looked for, as small buttons in a row: with its case, as whole words, as a regular
/// expression.
class SearchOptions final : public QWidget
{
    Q_OBJECT

public:
    /// \a icons outlives it.
    explicit SearchOptions(const Icons &icons, QWidget *parent = nullptr);

    SearchPattern patternOf(const QString &text) const;
    /// All but the text.
    void setPattern(const SearchPattern &pattern);
    /// In the order of Tab.
    QList<QWidget *> buttons() const;

signals:
    void changed();

private:
    QToolButton *m_matchCase;
    QToolButton *m_wholeWords;
    QToolButton *m_expression;
};

/// A button that stays pressed, with an icon and, as its tooltip and name, \a text, which is marked for
/// translation in the context of SearchOptions.
QToolButton *makeSearchToggle(const char *icon, const char *text, const Icons &icons, QWidget *parent);

} // namespace sonde
