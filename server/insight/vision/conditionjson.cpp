// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/conditionjson.h"

#include "models/core/jsonpointer.h"
#include "server/insight/vision/leaffields.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {
/// Returns what a member of a condition is in its normal form. `name` is the name of the member.
QJsonValue normalMember(const QString &name, const QJsonValue &value)
{
    if (value.isArray()) { // any, all
        QJsonArray parts;
        for (const QJsonValue &part : value.toArray())
            parts.append(part.isObject() ? QJsonValue(ConditionJson::normal(part.toObject())) : part);
        return parts;
    }
    if (!value.isObject())
        return value;
    const QJsonObject object = value.toObject();
    return LeafFields::isLeaf(name) ? LeafFields::normal(name, object) : ConditionJson::normal(object);
}
}

QJsonObject ConditionJson::normal(const QJsonObject &conditions)
{
    QJsonObject made;
    for (auto member = conditions.begin(); member != conditions.end(); ++member)
        made.insert(member.key(), normalMember(member.key(), member.value()));
    return made;
}

void ConditionJson::checkLabels(const QJsonObject &conditions, const QString &pointer, FieldErrors &errors)
{
    for (auto member = conditions.begin(); member != conditions.end(); ++member) {
        const QString at = JsonPointer::below(pointer, member.key());
        const QJsonArray parts = member.value().toArray();
        for (qsizetype i = 0; i < parts.size(); ++i)
            checkLabels(parts[i].toObject(), u"%1/%2"_s.arg(at).arg(i), errors);
        if (LeafFields::isLeaf(member.key()))
            LeafFields::checkWords(member.key(), member.value().toObject(), at, errors);
        else
            checkLabels(member.value().toObject(), at, errors);
    }
}

QSet<ZoneId> ConditionJson::zones(const QJsonObject &conditions)
{
    QSet<ZoneId> found;
    for (auto member = conditions.begin(); member != conditions.end(); ++member) {
        for (const QJsonValue &part : member.value().toArray())
            found += zones(part.toObject());
        const QJsonObject object = member.value().toObject();
        found += LeafFields::isLeaf(member.key()) ? LeafFields::zones(member.key(), object) : zones(object);
    }
    return found;
}
