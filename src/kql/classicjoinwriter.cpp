#include "kql/classicquerywriter.h"

#include "core/kqltext.h"
#include "kql/classicfields.h"

#include <QCoreApplication>
#include <algorithm>

namespace sonde {

namespace {

const QString suffix = QStringLiteral("_joined");

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ClassicTranslator)
};

QString kindName(ClassicJoin::Kind kind)
{
    if (kind == ClassicJoin::Kind::Outer)
        return QStringLiteral("fullouter");
    return kind == ClassicJoin::Kind::Left ? QStringLiteral("leftouter") : QStringLiteral("inner");
}

} // namespace

Result<void> ClassicQueryWriter::checkJoin(const ClassicJoin &join) const
{
    const auto isForbidden = [](const ClassicCommand &command) {
        return std::holds_alternative<ClassicMeasure>(command) ||
               std::holds_alternative<ClassicDistinct>(command) ||
               std::holds_alternative<ClassicExtend>(command);
    };
    const auto &commands = join.right->commands;
    if (m_result.aggregated || std::any_of(commands.begin(), commands.end(), isForbidden)) {
        return refuse(
            join.position,
            Words::tr("A join takes records: “measure” and “distinct” cannot be in it, nor “extend” in "
                      "its right search."));
    }
    return {};
}

/// The fields of the right side, in the order of the tables.
QStringList ClassicQueryWriter::orderedFields() const
{
    QStringList names = m_result.selectedFields;
    if (!names.isEmpty())
        return names;
    for (const KqlTable &table : m_tables) {
        if (!m_result.types.contains(table.name))
            continue;
        for (const KqlColumn &column : table.columns) {
            if (!names.contains(column.name) && m_fields.contains(column.name))
                names.append(column.name);
        }
    }
    if (!names.contains(classicTypeField) && m_fields.contains(classicTypeField))
        names.append(classicTypeField);
    return names;
}

Result<void> ClassicQueryWriter::join(const ClassicJoin &join)
{
    if (const auto checked = checkJoin(join); !checked)
        return checked;
    const auto leftType = typeOf(join.left.name, join.left.position);
    if (!leftType)
        return failure(leftType.error());
    ClassicQueryWriter right(m_search, m_tables, m_setting.now, m_setting.isNowMoving);
    if (const auto written = right.writeStages(*join.right); !written)
        return written;
    const auto rightType = right.typeOf(join.rightField.name, join.rightField.position);
    if (!rightType)
        return failure(rightType.error());
    if (*leftType != *rightType && !leftType->isEmpty() && !rightType->isEmpty())
        return refuse(join.rightField.position,
                      //: %1, %2: fields’ names; %3, %4: KQL’s names of their types
                      Words::tr("“%1” is of the type %3, and “%2” of the type %4.")
                          .arg(join.left.name, join.rightField.name, *leftType, *rightType));
    const QStringList fields = right.orderedFields();
    if (fields.isEmpty())
        return refuse(join.position, Words::tr("The fields of the right search are not known here."),
                      Words::tr("Name them at its end, such as “| select Computer, OSType”."));
    if (!fields.contains(join.rightField.name))
        return refuse(join.rightField.position,
                      Words::tr("The right search leaves out “%1”.").arg(join.rightField.name));
    return writeJoin(join, right, fields, leftType->isEmpty() ? *rightType : *leftType);
}

Result<void> ClassicQueryWriter::writeJoin(const ClassicJoin &join, const ClassicQueryWriter &right,
                                           const QStringList &fields, const QString &keyType)
{
    const QString &leftKey = join.left.name;
    const QString rightKey = join.rightField.name + suffix;
    QStringList renamed;
    for (const QString &field : fields) {
        const bool isKey = field == join.rightField.name;
        if (!isKey && isHiddenClassicField(field) && right.m_result.selectedFields.isEmpty())
            continue;
        if (isTaken(field + suffix))
            return refuse(join.position, Words::tr("There is a field “%1” already.").arg(field + suffix));
        renamed.append(kqlName(field + suffix) + u" = " + kqlName(field));
        if (!isKey)
            m_joined.insert(field + suffix);
    }
    // A record without the field matches nothing: that is so for null, not for a text that is empty.
    const bool isText = isClassicText(keyType);
    const bool isOuter = join.kind == ClassicJoin::Kind::Outer;
    const QString isThere = kqlPresence(kqlName(join.rightField.name), keyType);
    QStringList stages = right.m_stages;
    if (isText && !isOuter)
        stages.append(u"where " + isThere);
    QString keys = u"$left." + kqlName(leftKey) + u" == $right." + kqlName(rightKey);
    QStringList leftOver = {kqlName(rightKey)};
    if (isText && isOuter) {
        const QString hasKey = freeName(QStringLiteral("has_key"));
        const QString rightHasKey = freeName(QStringLiteral("right_has_key"));
        m_stages.append(u"extend " + hasKey + u" = true");
        renamed.append(rightHasKey + u" = " + isThere);
        keys = u"$left." + hasKey + u" == $right." + rightHasKey + u", " + keys;
        leftOver << hasKey << rightHasKey;
    }
    stages.append(u"project " + renamed.join(QStringLiteral(", ")));
    m_stages.append(u"join kind=" + kindName(join.kind) + u" (" + stages.join(QStringLiteral(" | ")) +
                    u") on " + keys);
    if (isOuter)
        m_stages.append(u"extend " + kqlName(leftKey) + u" = coalesce(" + kqlName(leftKey) + u", " +
                        kqlName(rightKey) + u')');
    m_stages.append(u"project-away " + leftOver.join(QStringLiteral(", ")));
    for (const QString &field : fields) {
        if (!m_fields.isEmpty() && m_joined.contains(field + suffix))
            m_fields.insert(field + suffix, right.m_fields.value(field));
    }
    m_isJoined = true;
    m_countStages = m_stages;
    // The rows of a join come in no order.
    if (m_sorted)
        sortBy(m_result.sort);
    return {};
}

} // namespace sonde
