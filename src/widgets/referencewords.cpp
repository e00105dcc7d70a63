#include "widgets/referencewords.h"

#include <QCoreApplication>
#include <QStringList>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReferenceWords)
};

} // namespace

QString describeFilled(const WorkspaceReference &reference)
{
    QStringList parts;
    const auto add = [&parts](const QString &value, const QString &name) {
        if (!value.isEmpty())
            parts << name;
    };
    if (reference.cloud)
        parts << Words::tr("cloud");
    add(reference.tenant, Words::tr("tenant"));
    add(reference.workspaceId, Words::tr("workspace id"));
    add(reference.subscription, Words::tr("subscription"));
    add(reference.resourceGroup, Words::tr("resource group"));
    add(reference.workspace, Words::tr("workspace name"));
    //: %1: a list of the names of fields
    return Words::tr("Filled in: %1.").arg(parts.join(QStringLiteral(", ")));
}

} // namespace sonde
