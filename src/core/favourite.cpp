#include "core/favourite.h"

namespace sonde {

std::optional<Favourite> merged(const Favourite &base, const Favourite &mine, const Favourite &theirs)
{
    Favourite result = theirs;
    bool isPossible = true;
    const auto take = [&](auto field) {
        if (mine.*field == base.*field || mine.*field == theirs.*field)
            return;
        if (theirs.*field == base.*field)
            result.*field = mine.*field;
        else
            isPossible = false;
    };
    take(&Favourite::name);
    take(&Favourite::description);
    take(&Favourite::tags);
    take(&Favourite::language);
    take(&Favourite::range);
    take(&Favourite::connection);
    take(&Favourite::exportProfile);
    take(&Favourite::parameters);
    take(&Favourite::text);
    return isPossible ? std::optional<Favourite>(result) : std::nullopt;
}

QStringList tagsFromText(const QString &text)
{
    QStringList tags;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        const QString tag = part.simplified();
        if (!tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive))
            tags.append(tag);
    }
    return tags;
}

} // namespace sonde
