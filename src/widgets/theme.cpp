#include "widgets/theme.h"

#include "widgets/quietstyle.h"
#include "widgets/systemcolorscheme.h"

#include <QApplication>
#include <QFontDatabase>
#include <array>
#include <cmath>
#include <utility>

namespace sonde {

namespace {

struct Shades
{
    QRgb light;
    QRgb dark;
    QRgb lightContrast;
    QRgb darkContrast;
};

/// The colour table of the design, in the order of ColorRole; in high contrast text reaches 7:1 on every
/// ground.
constexpr std::array colorTable{
    Shades{0xF6F7F9, 0x1F2227, 0xFFFFFF, 0x000000}, // Window
    Shades{0xFFFFFF, 0x17191D, 0xFFFFFF, 0x000000}, // Base
    Shades{0xF3F5F8, 0x1C1F24, 0xF0F2F5, 0x121417}, // AlternateBase
    Shades{0xD5DAE1, 0x353B44, 0x5A626C, 0x98A2AE}, // Line
    Shades{0x1B1F24, 0xE7EAEE, 0x000000, 0xFFFFFF}, // Text
    Shades{0x57606A, 0x9DA7B3, 0x2F353C, 0xD3D9E0}, // MutedText
    Shades{0x0B62C4, 0x5AA9FF, 0x003C86, 0x8CC4FF}, // Accent
    Shades{0xFFFFFF, 0x17191D, 0xFFFFFF, 0x000000}, // AccentText
    Shades{0xCFE4FF, 0x1A3555, 0xC2DFFF, 0x0A2F57}, // Selection
    Shades{0xFFEFB0, 0x433709, 0xFFE88A, 0x382D00}, // Found
    Shades{0xB3261E, 0xFF8A80, 0x8A0C0C, 0xFFB9B3}, // Error
    Shades{0x8A5A00, 0xF0B64A, 0x573700, 0xFFD479}, // Warning
    Shades{0x0B62C4, 0x5AA9FF, 0x003C86, 0x8CC4FF}, // Info
    Shades{0x0A6E4E, 0x4CC38A, 0x004D36, 0x7FE3B4}, // Good
    Shades{0x8F3FA8, 0xC792EA, 0x641680, 0xE2C2FF}, // EditorKeyword
    Shades{0x0A6E4E, 0x4CC38A, 0x004D36, 0x7FE3B4}, // EditorFunction
    Shades{0x0B62C4, 0x5AA9FF, 0x003C86, 0x8CC4FF}, // EditorTable
    Shades{0x1B1F24, 0xE7EAEE, 0x000000, 0xFFFFFF}, // EditorColumn
    Shades{0xA3450B, 0xF2A272, 0x722B00, 0xFFC7A6}, // EditorString
    Shades{0x7A5200, 0xE6C07B, 0x523600, 0xF7E1A3}, // EditorNumber
    Shades{0x57606A, 0x9DA7B3, 0x2F353C, 0xD3D9E0}, // EditorComment
    Shades{0xB3261E, 0xFF8A80, 0x8A0C0C, 0xFFB9B3}, // EditorSquiggle
    Shades{0xF2F7FE, 0x1B2129, 0xEDF4FD, 0x0B131D}, // EditorBlock
    Shades{0xE4EDF8, 0x222A34, 0xDFEBFA, 0x142130}, // EditorBlockLine
    Shades{0xE2EFFD, 0x132840, 0xD8EAFF, 0x001C36}, // DifferenceAdded
    Shades{0xFDEADB, 0x3B2513, 0xFFE6D1, 0x341A00}, // DifferenceRemoved
    Shades{0xF3EFFA, 0x241C30, 0xF3EEFC, 0x1B1029}, // DifferenceChanged
    Shades{0xE8DDF6, 0x423061, 0xE4D6F7, 0x36215C}, // DifferencePart
    Shades{0xC62828, 0xFF7B72, 0xA31515, 0xFFA8A1}, // MarkRed
    Shades{0xC75B00, 0xFFA657, 0x8A3D00, 0xFFC389}, // MarkOrange
    Shades{0x9A7D00, 0xF2D24B, 0x6B5600, 0xF7DE6E}, // MarkYellow
    Shades{0x2E7D32, 0x5BC27A, 0x1B5E20, 0x8FE0A6}, // MarkGreen
    Shades{0x1565C0, 0x6CB2FF, 0x0D47A1, 0x9CCBFF}, // MarkBlue
    Shades{0x7B1FA2, 0xC79BF2, 0x6A1B9A, 0xDDBDFA}, // MarkPurple
};
static_assert(colorTable.size() == static_cast<std::size_t>(ColorRole::MarkPurple) + 1);

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor blend(const QColor &over, const QColor &under, double share)
{
    const auto mix = [share](int a, int b) { return qRound(a * share + b * (1.0 - share)); };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()),
                  mix(over.blue(), under.blue()));
}

/// Of the size of the windows' font; many fixed fonts are a little smaller than the one beside them.
constexpr qreal smallestFixedFont = 0.75;

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
{}

Theme::~Theme() = default;

void Theme::install()
{
    if (m_installed)
        return;
    // The palette that the platform gave is the only hint where the desktop does not answer; ours replaces it
    // below.
    m_systemDark = luminance(QApplication::palette().color(QPalette::Window)) < 0.2;
    QApplication::setStyle(new QuietStyle);
    m_installed = true;
    apply();

    auto *scheme = new SystemColorScheme(this);
    connect(scheme, &SystemColorScheme::darkChanged, this, &Theme::setSystemDark);
    connect(scheme, &SystemColorScheme::highContrastChanged, this, &Theme::setSystemHighContrast);
    scheme->start();
}

template <typename Change>
void Theme::change(const Change &change)
{
    const bool wasDark = isDark();
    const bool wasHigh = isHighContrast();
    change();
    if (isDark() == wasDark && isHighContrast() == wasHigh)
        return;
    apply();
    emit changed();
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    change([&] { m_mode = mode; });
    emit modeChanged(m_mode);
}

void Theme::setContrastMode(ContrastMode mode)
{
    change([&] { m_contrastMode = mode; });
}

bool Theme::isHighContrast() const
{
    return m_contrastMode == ContrastMode::System ? m_systemHighContrast
                                                  : m_contrastMode == ContrastMode::High;
}

Theme::ContrastMode Theme::contrastModeFor(bool isHigh) const
{
    if (isHigh == m_systemHighContrast)
        return ContrastMode::System;
    return isHigh ? ContrastMode::High : ContrastMode::Usual;
}

bool Theme::isDark() const
{
    return m_mode == Mode::System ? m_systemDark : m_mode == Mode::Dark;
}

void Theme::setSystemDark(bool dark)
{
    change([&] { m_systemDark = dark; });
}

void Theme::setSystemHighContrast(bool isHigh)
{
    change([&] { m_systemHighContrast = isHigh; });
}

void Theme::apply()
{
    if (!m_installed)
        return;
    // A palette set on the application re-polishes every widget, so nothing needs a restart.
    if (auto *style = qobject_cast<QuietStyle *>(QApplication::style()))
        style->setShade(isDark(), isHighContrast());
    QApplication::setPalette(palette(isDark(), isHighContrast()));
}

QColor Theme::color(ColorRole role, bool dark, bool highContrast)
{
    const Shades &shades = colorTable.at(static_cast<std::size_t>(role));
    if (highContrast)
        return QColor(dark ? shades.darkContrast : shades.lightContrast);
    return QColor(dark ? shades.dark : shades.light);
}

QPalette Theme::palette(bool dark, bool highContrast)
{
    const auto of = [dark, highContrast](ColorRole role) { return color(role, dark, highContrast); };
    const QColor disabled = blend(of(ColorRole::MutedText), of(ColorRole::Window), highContrast ? 0.75 : 0.6);

    QPalette palette;
    palette.setColor(QPalette::Window, of(ColorRole::Window));
    palette.setColor(QPalette::WindowText, of(ColorRole::Text));
    palette.setColor(QPalette::Base, of(ColorRole::Base));
    palette.setColor(QPalette::AlternateBase, of(ColorRole::AlternateBase));
    palette.setColor(QPalette::Text, of(ColorRole::Text));
    palette.setColor(QPalette::PlaceholderText, of(ColorRole::MutedText));
    palette.setColor(QPalette::Button, of(ColorRole::Window));
    palette.setColor(QPalette::ButtonText, of(ColorRole::Text));
    palette.setColor(QPalette::BrightText, of(ColorRole::Error));
    palette.setColor(QPalette::Highlight, of(ColorRole::Selection));
    palette.setColor(QPalette::HighlightedText, of(ColorRole::Text));
    palette.setColor(QPalette::Link, of(ColorRole::Accent));
    palette.setColor(QPalette::LinkVisited, of(ColorRole::Accent));
    palette.setColor(QPalette::ToolTipBase, of(ColorRole::Base));
    palette.setColor(QPalette::ToolTipText, of(ColorRole::Text));
    // The bevel roles: Fusion derives separators and grooves from them.
    palette.setColor(QPalette::Light, of(ColorRole::Base));
    palette.setColor(QPalette::Midlight, blend(of(ColorRole::Line), of(ColorRole::Window), 0.5));
    palette.setColor(QPalette::Mid, of(ColorRole::Line));
    palette.setColor(QPalette::Dark, blend(of(ColorRole::MutedText), of(ColorRole::Line), 0.3));
    palette.setColor(QPalette::Shadow, blend(of(ColorRole::MutedText), of(ColorRole::Line), 0.65));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, of(ColorRole::Line));
    return palette;
}

double Theme::contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QFont Theme::fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    // Some desktops enlarge the font of their windows and forget this one.
    const qreal usual = QApplication::font().pointSizeF();
    if (font.pointSizeF() > 0 && font.pointSizeF() < usual * smallestFixedFont)
        font.setPointSizeF(usual);
    if (QFontDatabase::isFixedPitch(font.family()))
        return font;
    for (const auto &family : {QStringLiteral("JetBrains Mono"), QStringLiteral("Cascadia Mono"),
                               QStringLiteral("DejaVu Sans Mono")}) {
        if (QFontDatabase::hasFamily(family)) {
            font.setFamily(family);
            break;
        }
    }
    font.setStyleHint(QFont::Monospace);
    return font;
}

void Theme::setFonts(const Fonts &fonts)
{
    if (fonts == m_fonts)
        return;
    m_fonts = fonts;
    emit fontsChanged();
}

void Theme::setSeverityMarks(bool shown)
{
    if (shown == std::exchange(m_showsSeverityMarks, shown))
        return;
    emit severityMarksChanged();
}

QFont Theme::editorFont() const
{
    QFont font = fixedFont();
    if (QFontDatabase::hasFamily(m_fonts.family))
        font.setFamilies({m_fonts.family});
    if (m_fonts.size > 0)
        font.setPointSize(m_fonts.size);
    return font;
}

QFont Theme::cellFont() const
{
    if (m_fonts.fixedCells)
        return editorFont();
    QFont font; // asks for nothing, and so is the widget's own but for what is set here
    if (m_fonts.size > 0)
        font.setPointSize(m_fonts.size);
    return font;
}

} // namespace sonde
