#include "widgets/closedtabs.h"

#include <QStringList>
#include <algorithm>

namespace sonde {

namespace {

constexpr qsizetype rememberedTabs = 20;

} // namespace

ClosedTabs::ClosedTabs(QObject *parent)
    : QObject(parent)
{}

void ClosedTabs::restore(const QList<Draft> &drafts)
{
    m_drafts = drafts;
    emit changed();
}

void ClosedTabs::add(const QList<Draft> &drafts)
{
    QList<Draft> kept;
    QStringList gone;
    for (const Draft &draft : drafts) {
        if (draft.query.text.trimmed().isEmpty() && draft.filePath.isEmpty())
            gone.append(draft.id);
        else
            kept.append(draft);
    }
    m_drafts += kept;
    // A window may have had more tabs than are remembered one by one; it is closed without a question because
    // all of them can be reopened.
    const qsizetype most = std::max(rememberedTabs, kept.size());
    while (m_drafts.size() > most)
        gone.append(m_drafts.takeFirst().id);
    if (!kept.isEmpty())
        emit added(kept);
    if (!gone.isEmpty())
        emit dropped(gone);
    emit changed();
}

std::optional<Draft> ClosedTabs::takeLast()
{
    if (m_drafts.isEmpty())
        return {};
    const Draft draft = m_drafts.takeLast();
    emit changed();
    return draft;
}

} // namespace sonde
