#include "widgets/theme.h"

#include "widgets/quietstyle.h"
#include "widgets/systemcolorscheme.h"

#include <QApplication>
#include <QFontDatabase>
#include <array>
#include <cmath>

namespace sonde {

namespace {

struct ColorPair
{
    QRgb light;
    QRgb dark;
};

/// The colour table of the design, in the order of ColorRole.
constexpr std::array colorTable{
    ColorPair{0xF6F7F9, 0x1F2227}, // Window
    ColorPair{0xFFFFFF, 0x17191D}, // Base
    ColorPair{0xF3F5F8, 0x1C1F24}, // AlternateBase
    ColorPair{0xD5DAE1, 0x353B44}, // Line
    ColorPair{0x1B1F24, 0xE7EAEE}, // Text
    ColorPair{0x57606A, 0x9DA7B3}, // MutedText
    ColorPair{0x0B62C4, 0x5AA9FF}, // Accent
    ColorPair{0xFFFFFF, 0x17191D}, // AccentText
    ColorPair{0xCFE4FF, 0x1A3555}, // Selection
    ColorPair{0xB3261E, 0xFF8A80}, // Error
    ColorPair{0x8A5A00, 0xF0B64A}, // Warning
    ColorPair{0x0B62C4, 0x5AA9FF}, // Info
    ColorPair{0x0A6E4E, 0x4CC38A}, // Good
    ColorPair{0x8F3FA8, 0xC792EA}, // EditorKeyword
    ColorPair{0x0A6E4E, 0x4CC38A}, // EditorFunction
    ColorPair{0x0B62C4, 0x5AA9FF}, // EditorTable
    ColorPair{0x1B1F24, 0xE7EAEE}, // EditorColumn
    ColorPair{0xA3450B, 0xF2A272}, // EditorString
    ColorPair{0x7A5200, 0xE6C07B}, // EditorNumber
    ColorPair{0x57606A, 0x9DA7B3}, // EditorComment
    ColorPair{0xB3261E, 0xFF8A80}, // EditorSquiggle
    ColorPair{0xC62828, 0xFF7B72}, // MarkRed
    ColorPair{0xC75B00, 0xFFA657}, // MarkOrange
    ColorPair{0x9A7D00, 0xF2D24B}, // MarkYellow
    ColorPair{0x2E7D32, 0x5BC27A}, // MarkGreen
    ColorPair{0x1565C0, 0x6CB2FF}, // MarkBlue
    ColorPair{0x7B1FA2, 0xC79BF2}, // MarkPurple
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
    scheme->start();
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    const bool wasDark = isDark();
    m_mode = mode;
    if (isDark() != wasDark) {
        apply();
        emit changed();
    }
    emit modeChanged(m_mode);
}

bool Theme::isDark() const
{
    return m_mode == Mode::System ? m_systemDark : m_mode == Mode::Dark;
}

void Theme::setSystemDark(bool dark)
{
    const bool wasDark = isDark();
    m_systemDark = dark;
    if (isDark() == wasDark)
        return;
    apply();
    emit changed();
}

void Theme::apply()
{
    if (!m_installed)
        return;
    // A palette set on the application re-polishes every widget, so nothing needs a restart.
    if (auto *style = qobject_cast<QuietStyle *>(QApplication::style()))
        style->setDark(isDark());
    QApplication::setPalette(palette(isDark()));
}

QColor Theme::color(ColorRole role, bool dark)
{
    const ColorPair &pair = colorTable.at(static_cast<std::size_t>(role));
    return QColor(dark ? pair.dark : pair.light);
}

QPalette Theme::palette(bool dark)
{
    const auto of = [dark](ColorRole role) { return color(role, dark); };
    const QColor disabled = blend(of(ColorRole::MutedText), of(ColorRole::Window), 0.6);

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
    palette.setColor(QPalette::Shadow, blend(of(ColorRole::MutedText), of(ColorRole::Line), 0.5));
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
