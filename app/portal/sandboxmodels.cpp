// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/sandboxmodels.h"

#include "models/cameras/sandbox.h"
#include "models/core/times.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int minutesShown = 60;
const QString cameras = u"/sandbox/cameras"_s;
}

SandboxCamerasModel::SandboxCamerasModel(QObject *parent)
    : ListModel(SandboxCamera::staticMetaObject, u"deviceId"_s, {}, parent)
{
}

ApiRequest SandboxCamerasModel::listRequest() const { return ApiRequest::get(cameras, {{u"app_id"_s, m_appId}}); }

void SandboxCamerasModel::add(const QString &scene, int everySeconds)
{
    act(ApiRequest::create(cameras, {{u"app_id"_s, m_appId}, {u"scene"_s, scene}, {u"every_seconds"_s, everySeconds}}),
        [this](const ApiAnswer &) {
            reload();
            Q_EMIT added();
        });
}

void SandboxCamerasModel::remove(const QString &deviceId)
{
    act(ApiRequest::remove(cameras + u'/' + deviceId), [this](const ApiAnswer &) { reload(); });
}

SandboxScenesModel::SandboxScenesModel(QObject *parent)
    : ListModel(SandboxScene::staticMetaObject, u"title"_s, {}, parent)
{
}

ApiRequest SandboxScenesModel::listRequest() const { return ApiRequest::get(u"/sandbox/catalogue"_s); }

ExpectedMarksModel::ExpectedMarksModel(QObject *parent)
    : ListModel(ExpectedMark::staticMetaObject, u"startedAt"_s, {}, parent)
{
}

void ExpectedMarksModel::setDeviceId(const QString &deviceId)
{
    m_deviceId = deviceId;
    Q_EMIT deviceIdChanged();
    if (!deviceId.isEmpty())
        restart();
}

ApiRequest ExpectedMarksModel::listRequest() const
{
    const QDateTime now = Times::now();
    const auto text = [](const QDateTime &time) { return QString::fromLatin1(Times::toText(time)); };
    return ApiRequest::get(cameras + u'/' + m_deviceId + u"/expected"_s,
                           {{u"from"_s, text(now)}, {u"to"_s, text(now.addSecs(minutesShown * 60))}});
}
