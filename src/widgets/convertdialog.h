#pragma once

#include "core/query.h"
#include "kql/classicconversion.h"

#include <QDialog>

class QLabel;
class QVBoxLayout;

namespace sonde {

class Icons;
class QueryEditor;
class Theme;

/// A classic search and the same in KQL, side by side, before anything is replaced; of one that cannot be
/// converted, where and why. Opened with open().
class ConvertDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Where \a conversion failed its place is marked in the search. \a theme and \a icons outlive the
    /// dialog.
    ConvertDialog(const QString &search, const Result<ClassicConversion> &conversion, const Theme &theme,
                  const Icons &icons, QWidget *parent = nullptr);

signals:
    /// The dialog is closed.
    void convertChosen(const QString &kql);
    void openChosen(const QString &kql);
    /// Of what cannot be converted.
    void placeChosen();

private:
    QueryEditor *addText(QLayout &row, const QString &title, const QString &text, QueryLanguage language);
    void addNotes(QVBoxLayout &layout, const Result<ClassicConversion> &conversion);
    void addButtons(QVBoxLayout &layout);
    void addRefusalButtons(QVBoxLayout &layout, bool hasPlace);

    const Theme &m_theme;
    const Icons &m_icons;
    QueryEditor *m_search = nullptr;
    QueryEditor *m_kql = nullptr;
};

} // namespace sonde
