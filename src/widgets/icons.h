#pragma once

#include "widgets/theme.h"

#include <QIcon>
#include <QStringList>

namespace sonde {

/// The program's icons by name, drawn from SVG in the theme's colours.
///
/// An icon looks the colour up whenever it is drawn, so icons made once follow the theme and the screen's
/// pixel ratio by themselves. GUI thread only; \a theme outlives the icons' maker, not the icons.
class Icons final
{
public:
    explicit Icons(const Theme &theme);

    /// \a name is one of names(), such as "play"; an unknown name is a programming error and gives an empty
    /// icon.
    QIcon icon(QLatin1StringView name, ColorRole role = ColorRole::Text) const;
    /// A filled disc in that colour.
    QIcon disc(ColorRole role) const;
    const Theme &theme() const { return m_theme; }
    /// The icons in the program (src/widgets/CMakeLists.txt lists them).
    static QStringList names();
    /// The program's own icon, in full colour.
    static QIcon programIcon();

private:
    const Theme &m_theme;
};

} // namespace sonde
