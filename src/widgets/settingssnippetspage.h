#pragma once

#include "core/snippet.h"
#include "widgets/settingspage.h"

class QPushButton;
class QTreeWidget;

namespace sonde {

class Icons;
class SnippetDialog;
class SnippetStore;
class Theme;

/// The snippets of the editor: what there is, and a person's own.
class SettingsSnippetsPage final : public SettingsPage
{
    Q_OBJECT

public:
    /// \a store, \a theme and \a icons outlive the page.
    SettingsSnippetsPage(SnippetStore &store, const Theme &theme, const Icons &icons,
                         QWidget *parent = nullptr);

    /// The defaults are the program's snippets as they came; a person's own ones stay.
    void load(const SettingsStore *store) override;
    void save(SettingsStore &) const override {}
    Result<void> saveFiles() override;
    /// Tab comes to the page's parts behind \a widget.
    void followInTabOrder(QWidget *widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void updateButtons();
    void add();
    void edit();
    void remove();
    void reset();
    SnippetDialog *openDialog(const Snippet &snippet, qsizetype place);
    qsizetype current() const;
    QStringList namesBut(qsizetype place) const;

    SnippetStore &m_store;
    const Theme &m_theme;
    const Icons &m_icons;
    QList<Snippet> m_loaded; ///< as the file had them
    QList<Snippet> m_snippets;
    QTreeWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_reset;
    QLabel *m_reason = nullptr;
};

} // namespace sonde
