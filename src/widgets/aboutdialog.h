#pragma once

#include "widgets/component.h"

#include <QDialog>
#include <QList>

class QListWidget;
class QPlainTextEdit;
class QTreeWidget;

namespace sonde {

/// Says what the program is, which version, what it is made of, and under which licences. Opened with open().
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a components are all parts but Sonde itself; \a build says which build this is.
    explicit AboutDialog(const QList<Component> &components, QWidget *parent = nullptr,
                         const QString &build = {});

    /// One line a part, for a report of a fault.
    QString versions() const;
    /// All that the program carries of a part's licence; empty where there is nothing.
    static QString noticeOf(const Component &component);

private:
    QWidget *makeHead();
    QWidget *makeComponentsPage();
    QWidget *makeLicencesPage();
    QSize rowSizeOf(const Component &component) const;
    void showNotice(int row);

    QList<Component> m_components; ///< Sonde first
    QString m_build;
    QListWidget *m_names = nullptr;
    QPlainTextEdit *m_notice = nullptr;
};

} // namespace sonde
