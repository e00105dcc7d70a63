#pragma once

#include "widgets/samplequeries.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace sonde {

class Theme;

/// A walk through the sample data in ten queries, each with two sentences, which run in the window behind it.
/// Opened with show(): the window stays usable.
class TourDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a theme outlives this.
    explicit TourDialog(const Theme &theme, QWidget *parent = nullptr);

    int place() const { return m_place; } ///< counted from 0
    void goTo(int place);

signals:
    void runRequested(const sonde::SampleQuery &query);

private:
    QWidget *makeButtons();
    void retranslate();
    void showQuery(const SampleQuery &query);

    QLabel *m_count = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_story = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_close = nullptr;
    int m_place = 0;
};

} // namespace sonde
