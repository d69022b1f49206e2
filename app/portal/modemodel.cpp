// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/modemodel.h"

#include "app/portal/modedraft.h"
#include "app/portal/rolevalues.h"
#include "models/insight/devicemode.h"

using namespace Qt::StringLiterals;

ModeModel::ModeModel(QObject *parent)
    : ObjectModel(DeviceMode::staticMetaObject, parent)
{
}

QString ModeModel::path() const { return m_modeId.isEmpty() ? QString() : u"/device-modes/"_s + m_modeId; }

void ModeModel::setModeId(const QString &id)
{
    if (m_modeId == id)
        return;
    m_modeId = id;
    Q_EMIT modeIdChanged();
    reset();
}

QVariantMap ModeModel::values() const
{
    QVariantMap values;
    for (const char *name : {"name", "conditions", "schedule", "actions", "minDuration", "mergeGap", "cooldown",
                             "cooldownPer", "maxPerHour", "maxDuration"})
        values.insert(QString::fromLatin1(name), value(name));
    return values;
}

QVariantMap ModeModel::draft() const { return m_modeId.isEmpty() ? ModeDraft::blank() : ModeDraft::ofMode(values()); }

void ModeModel::save(const QVariantMap &draft)
{
    const auto done = [this](const ApiAnswer &) { Q_EMIT saved(); };
    if (m_modeId.isEmpty())
        act(ApiRequest::create(u"/device-modes"_s, RoleValues::toJson(ModeDraft::toMode(draft))), done);
    else if (const auto changes = ModeDraft::changes(draft, values()); !changes.isEmpty())
        change(ApiRequest::put(path(), RoleValues::toJson(changes)), done);
    else
        Q_EMIT saved();
}

void ModeModel::remove(const QString &replacement)
{
    ApiRequest request = ApiRequest::remove(path());
    if (!replacement.isEmpty())
        request.query.addQueryItem(u"replace_with"_s, replacement);
    change(request, [this](const ApiAnswer &) { Q_EMIT removed(); });
}
