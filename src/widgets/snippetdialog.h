#pragma once

#include "core/snippet.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace sonde {

class Icons;
class QueryEditor;
class Theme;

/// One snippet to be edited, with what it looks like in a query. Opened with open().
class SnippetDialog final : public QDialog
{
    Q_OBJECT

public:
    /// One without a name is a new one. \a others are the names that are taken. \a theme and \a icons outlive
    /// the dialog.
    SnippetDialog(const Snippet &snippet, const QStringList &others, const Theme &theme, const Icons &icons,
                  QWidget *parent = nullptr);

    /// As it is typed now.
    Snippet snippet() const;

private:
    void build(const Snippet &snippet);
    void buildTexts(const Snippet &snippet);
    void check();
    void showPreview();

    QStringList m_others;
    const Theme &m_theme;
    QLineEdit *m_name;
    QLineEdit *m_description;
    QComboBox *m_place;
    QPlainTextEdit *m_text;
    QueryEditor *m_preview;
    QLabel *m_reason;
    QDialogButtonBox *m_buttons;
};

} // namespace sonde
