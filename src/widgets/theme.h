#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

namespace sonde {

/// What a colour is for. Code asks for a role and never names a colour itself.
enum class ColorRole {
    Window,
    Base,
    AlternateBase,
    Line, ///< separators and quiet frames; decoration only, below 3:1 but in high contrast
    Text,
    MutedText,
    Accent,     ///< focus, Run, the frame of a selection
    AccentText, ///< on Accent
    Selection,  ///< fill of selected rows and text; Text is drawn on it
    Found,      ///< fill of cells that hold what is looked for; Text is drawn on it
    Error,
    Warning,
    Info,
    Good,
    EditorKeyword, ///< operator words
    EditorFunction,
    EditorTable,
    EditorColumn,
    EditorString,
    EditorNumber,
    EditorComment,
    EditorSquiggle,
    EditorBlock,     ///< ground of the query at the caret, where a text has several; all Editor colours on it
    EditorBlockLine, ///< the same, of the caret's line
    DifferenceAdded, ///< grounds of lines that differ in one of two texts; all Editor colours on them
    DifferenceRemoved,
    DifferenceChanged,
    DifferencePart, ///< of a changed line
    MarkRed,        ///< the colours a connection can be marked with, in the order of ColourMark
    MarkOrange,
    MarkYellow,
    MarkGreen,
    MarkBlue,
    MarkPurple
};

/// The program's colours, light and dark, each also in high contrast, and the one place that puts them on the
/// application; and the fonts of what is data: the editor, the tables and the row details; and whether rows
/// are marked.
///
/// In Mode::System and ContrastMode::System it follows the desktop while the program runs. GUI thread only.
class Theme final : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)
    enum class ContrastMode { System, Usual, High };
    Q_ENUM(ContrastMode)

    /// What the user chose for the editor and for tables.
    struct Fonts
    {
        QString family;          ///< of the editor; empty: as of fixedFont()
        int size = 0;            ///< points, of editor and tables; 0: the system's
        bool fixedCells = false; ///< tables in the editor's font too
        bool operator==(const Fonts &) const = default;
    };

    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    /// Gives the application the Fusion style with our drawing and the palette, and keeps the palette up to
    /// date from then on. Called once by main() (and by tests that draw); QApplication exists.
    void install();

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    bool isDark() const;
    ContrastMode contrastMode() const { return m_contrastMode; }
    void setContrastMode(ContrastMode mode);
    bool isHighContrast() const;
    /// The mode in which the contrast is high or not, as \a isHigh says: the desktop's where it wants the
    /// same.
    ContrastMode contrastModeFor(bool isHigh) const;

    QColor color(ColorRole role) const { return color(role, isDark(), isHighContrast()); }
    static QColor color(ColorRole role, bool dark, bool highContrast = false);
    static QPalette palette(bool dark, bool highContrast = false);
    /// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, relative luminance).
    static double contrast(const QColor &one, const QColor &other);
    /// The fixed-width font of editor and identifiers: the system's, else the first installed of look-alikes.
    static QFont fixedFont();

    const Fonts &fonts() const { return m_fonts; }
    void setFonts(const Fonts &fonts);
    /// Whether rows are marked with how severe they are.
    bool showsSeverityMarks() const { return m_showsSeverityMarks; }
    void setSeverityMarks(bool shown);
    /// Of queries and whole values. A family that is not installed is as none.
    QFont editorFont() const;
    /// Of the rows in tables.
    QFont cellFont() const;

signals:
    /// isDark() or isHighContrast() is another one now, and the application's palette is already set; Qt
    /// hands it to the widgets with the next events, so who draws in answer to this asks color() and not a
    /// widget's palette.
    void changed();
    void modeChanged(sonde::Theme::Mode mode);
    /// editorFont() or cellFont() is another one now.
    void fontsChanged();
    void severityMarksChanged();

private:
    void setSystemDark(bool dark);
    void setSystemHighContrast(bool isHigh);
    /// Runs \a change, and tells of another palette where there is one after it.
    template <typename Change>
    void change(const Change &change);
    void apply();

    Mode m_mode = Mode::System;
    ContrastMode m_contrastMode = ContrastMode::System;
    Fonts m_fonts;
    bool m_systemDark = false;
    bool m_systemHighContrast = false;
    bool m_installed = false;
    bool m_showsSeverityMarks = true;
};

} // namespace sonde
