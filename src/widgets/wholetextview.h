#pragma once

#include "core/cancelstate.h"
#include "models/visibletext.h"
#include "widgets/fieldquery.h"

#include <QFutureWatcher>
#include <QPlainTextEdit>
#include <functional>
#include <memory>

class QTextDocument;

namespace sonde {

class Theme;

/// A text of any size to read: everything that takes time with its size happens on a worker thread, and only
/// what is seen is laid out. Lines of many thousand characters are broken on the screen; what is hidden in
/// the text is shown. Copies are of the text itself.
class WholeTextView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// \a theme outlives the view.
    explicit WholeTextView(const Theme &theme, QWidget *parent = nullptr);
    ~WholeTextView() override;

    /// Shows what \a read gives, which runs on a worker thread; null where it was cancelled. shown() follows.
    using Read = std::function<std::shared_ptr<const QString>(const CancelState &)>;
    void showText(const Read &read);
    bool isReading() const { return m_cancel != nullptr; }
    /// Null until it is shown.
    const std::shared_ptr<const QString> &source() const { return m_source; }
    /// Whether some line is broken on the screen alone.
    bool hasBrokenLines() const { return m_hasBrokenLines; }
    /// Selects a part of source(), and brings it into view.
    void select(qsizetype at, qsizetype length);
    /// What is selected, and what stands beside it.
    TextPart selectedPart() const;
    /// The whole text, on the clipboard.
    void copyAll() const;

signals:
    void shown();

protected:
    QMimeData *createMimeDataFromSelection() const override;

private:
    struct Made;
    void take(const std::shared_ptr<Made> &made);

    const Theme &m_theme;
    CancelStatePtr m_cancel; ///< of what is being read
    Read m_read;
    std::shared_ptr<const QString> m_source;
    VisibleText m_places; ///< its marks alone
    bool m_hasBrokenLines = false;
};

} // namespace sonde
