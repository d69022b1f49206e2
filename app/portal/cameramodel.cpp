// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/cameramodel.h"

#include "app/portal/rolevalues.h"
#include "app/portal/streamurls.h"
#include "models/cameras/device.h"

#include <QDir>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

CameraModel::CameraModel(QObject *parent)
    : ObjectModel(Device::staticMetaObject, parent)
{
    m_signAgain.setSingleShot(true);
    connect(&m_signAgain, &QTimer::timeout, this, &CameraModel::sign);
}

QString CameraModel::path() const { return m_deviceId.isEmpty() ? QString() : u"/devices/"_s + m_deviceId; }

void CameraModel::setDeviceId(const QString &id)
{
    if (m_deviceId == id)
        return;
    m_deviceId = id;
    Q_EMIT deviceIdChanged();
    reset();
    if (portal())
        sign();
}

void CameraModel::attached()
{
    connect(&portal()->events(), &EventStream::received, this, &CameraModel::hear);
    connect(&portal()->events(), &EventStream::startedAfresh, this, &CameraModel::reload);
    reload();
    sign();
}

void CameraModel::hear(const QString &type, const QJsonObject &event)
{
    if (event["device_id"_L1].toString() != m_deviceId)
        return;
    if (type == "device.removed"_L1 || (type == "device.unshared"_L1 && !sharedBy().isEmpty()))
        Q_EMIT removed();
    else if (type.startsWith("device."_L1))
        reload();
}

void CameraModel::taken(const QJsonObject &) { readAttributes(); }

void CameraModel::sign()
{
    if (m_deviceId.isEmpty())
        return;
    const QString id = m_deviceId;
    portal()->client().send(ApiRequest::get(u"/streams/"_s + id), this, [this, id](const ApiAnswer &answer) {
        if (!answer.ok() || id != m_deviceId)
            return;
        const auto urls = StreamUrls::fromJson(portal()->client(), answer.json);
        m_hlsUrl = urls.hls;
        m_mjpegUrl = urls.mjpeg;
        m_snapshotUrl = urls.snapshot;
        m_signAgain.start(urls.renewIn(QDateTime::currentDateTimeUtc()));
        Q_EMIT addressesChanged();
    });
}

void CameraModel::readAttributes()
{
    const QString id = m_deviceId;
    portal()->client().send(ApiRequest::get(path() + u"/attributes"_s), this, [this, id](const ApiAnswer &answer) {
        if (!answer.ok() || id != m_deviceId)
            return;
        m_attributes = RoleValues::fromJson(answer.json);
        Q_EMIT attributesChanged();
    });
}

void CameraModel::save(const QVariantMap &values)
{
    change(ApiRequest::put(path(), RoleValues::toJson(values)), [this](const ApiAnswer &answer) {
        take(answer);
        Q_EMIT saved();
    });
}

void CameraModel::remove()
{
    act(ApiRequest::remove(path()), [this](const ApiAnswer &) { Q_EMIT removed(); });
}

void CameraModel::saveSnapshot()
{
    portal()->client().send(
        ApiRequest::get(u"/streams/%1/snapshot.jpg"_s.arg(m_deviceId)), this, [this](const ApiAnswer &answer) {
            if (answer.status != 200) {
                Q_EMIT snapshotFailed(answer.error ? answer.error->detail : QString());
                return;
            }
            static const QRegularExpression unsafe(u"[\\x00-\\x1f/\\\\:*?\"<>|]"_s);
            const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation) + u"/Waymark"_s;
            const QString path = folder + u'/' + name().replace(unsafe, u"_"_s).left(80)
                + QDateTime::currentDateTime().toString(u" yyyy-MM-dd HH.mm.ss.zzz"_s) + u".jpg"_s;
            QSaveFile file(path);
            if (QDir().mkpath(folder) && file.open(QIODevice::WriteOnly)
                && file.write(answer.body) == answer.body.size() && file.commit())
                Q_EMIT snapshotSaved(path);
            else
                Q_EMIT snapshotFailed(file.errorString());
        });
}
