#include "widgets/connectionmark.h"

#include <QCoreApplication>
#include <optional>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionMark)
};

std::optional<ColorRole> roleOf(ColourMark mark)
{
    switch (mark) {
    case ColourMark::None:
        return {};
    case ColourMark::Red:
        return ColorRole::MarkRed;
    case ColourMark::Orange:
        return ColorRole::MarkOrange;
    case ColourMark::Yellow:
        return ColorRole::MarkYellow;
    case ColourMark::Green:
        return ColorRole::MarkGreen;
    case ColourMark::Blue:
        return ColorRole::MarkBlue;
    case ColourMark::Purple:
        return ColorRole::MarkPurple;
    }
    return {};
}

} // namespace

QString ConnectionMark::nameOf(ColourMark mark)
{
    switch (mark) {
    case ColourMark::None:
        return Words::tr("No colour");
    case ColourMark::Red:
        return Words::tr("Red");
    case ColourMark::Orange:
        return Words::tr("Orange");
    case ColourMark::Yellow:
        return Words::tr("Yellow");
    case ColourMark::Green:
        return Words::tr("Green");
    case ColourMark::Blue:
        return Words::tr("Blue");
    case ColourMark::Purple:
        return Words::tr("Purple");
    }
    return {};
}

QIcon ConnectionMark::swatch(ColourMark mark, const Icons &icons)
{
    const std::optional<ColorRole> role = roleOf(mark);
    return role ? icons.disc(*role) : QIcon();
}

QIcon ConnectionMark::iconOf(const Connection &connection, const Icons &icons)
{
    if (connection.embedded)
        return icons.icon(QLatin1StringView("flask-conical"));
    if (connection.local)
        return icons.icon(QLatin1StringView("table-2"));
    if (const std::optional<ColorRole> role = roleOf(connection.colour))
        return icons.disc(*role);
    return icons.icon(QLatin1StringView("server"));
}

} // namespace sonde
