// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/marksmodel.h"

#include "app/portal/portalsession.h"
#include "app/portal/streamurls.h"
#include "models/core/times.h"
#include "models/insight/devicemark.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QString idRole = u"devicemarkId"_s;
const QString signedPictureKey = u"signedPicture"_s; // the thumbnail for which the URL was signed
const QString signedAtKey = u"signedAt"_s;
const QString leavingKey = u"leaving"_s; // the mark is on its way into the bin, or out of it
constexpr std::chrono::seconds signedFor = 1h;

QJsonObject body(const QStringList &ids) { return {{u"mark_ids"_s, QJsonArray::fromStringList(ids)}}; }

QStringList markIds(const QJsonObject &event)
{
    QStringList ids = event["mark_ids"_L1].toVariant().toStringList();
    if (event.contains("mark_id"_L1))
        ids.append(event["mark_id"_L1].toString());
    return ids;
}
}

MarksModel::MarksModel(QObject *parent)
    : ListModel(DeviceMark::staticMetaObject, idRole, {"deviceMarkId", "deviceName", "thumbnailUrl"}, parent)
{
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(100ms);
    connect(&m_countSoon, &QTimer::timeout, this, &MarksModel::countUnread);
    m_signAgain.setInterval(signedFor / 2);
    connect(&m_signAgain, &QTimer::timeout, this, [this] { sign(ids()); });
}

QString MarksModel::accountPath(const QString &format) const
{
    return format.arg(m_accountId.isEmpty() ? portal()->session()->accountId() : m_accountId);
}

void MarksModel::setAccountId(const QString &id)
{
    if (m_accountId == id)
        return;
    const bool own = portal() && id == portal()->session()->accountId() && m_accountId.isEmpty();
    m_accountId = id;
    Q_EMIT filterChanged();
    if (!own)
        restart();
}

ApiRequest MarksModel::listRequest() const
{
    QUrlQuery query = m_filter.query();
    query.addQueryItem(u"pagesize"_s, u"30"_s);
    return ApiRequest::get(accountPath(u"/device-marks/account/%1"_s), query);
}

void MarksModel::attached()
{
    connect(&portal()->events(), &EventStream::received, this, &MarksModel::hear);
    readNames();
    m_signAgain.start();
}

void MarksModel::loaded(const QStringList &ids)
{
    sign(withoutAddress(ids));
    m_countSoon.start();
}

void MarksModel::decorate(QVariantMap &row) const
{
    row[u"deviceMarkId"_s] = row.value(idRole);
    row[u"deviceName"_s] = m_names.value(row.value(u"deviceId"_s).toString());
}

void MarksModel::hear(const QString &type, const QJsonObject &event)
{
    if (type.startsWith("device."_L1) && type != "device.state"_L1)
        readNames();
    if (!type.startsWith("mark."_L1))
        return;
    m_countSoon.start();
    const QStringList ids = markIds(event);
    const bool leaves = type == (m_filter.bin ? "mark.restored"_L1 : "mark.deleted"_L1);
    const bool returns = type == (m_filter.bin ? "mark.deleted"_L1 : "mark.restored"_L1);
    // An event about many marks is cheaper to handle by a reload.
    if (leaves)
        removeIds(ids);
    else if (returns || ids.size() > 5)
        reload();
    else
        std::for_each(ids.begin(), ids.end(), [this](const QString &id) { refresh(id); });
}

void MarksModel::refresh(const QString &id)
{
    const QString path = accountPath(u"/device-marks/%1/triggered/account/%2/detail"_s.arg(id, u"%1"_s));
    fetch(ApiRequest::get(path), [this, id, removals = removals()](const ApiAnswer &answer) {
        // The answer may be older than the deletion of the mark.
        if (answer.ok() && indexOf(id) < 0 && removals != this->removals())
            refresh(id);
        else if (answer.ok())
            place(rowOf(answer.json));
        else if (answer.status == 404)
            removeIds({id});
    });
}

void MarksModel::place(const QVariantMap &row)
{
    const QString id = row.value(idRole).toString();
    const int known = indexOf(id);
    if (!m_filter.matches(row)) {
        removeIds({id});
        return;
    }
    if (known >= 0) {
        changeRow(known, row);
    } else {
        const auto isBefore = [this](const QVariantMap &one, const QVariantMap &other) {
            const QDateTime started = one.value(u"startedAt"_s).toDateTime();
            const QDateTime otherStarted = other.value(u"startedAt"_s).toDateTime();
            return m_filter.oldestFirst ? started < otherStarted : started > otherStarted;
        };
        int at = 0;
        while (at < count() && isBefore(get(at), row))
            ++at;
        // The mark belongs after all loaded rows, so it is loaded with its page.
        if (at == count() && hasMore())
            return;
        insert(at, row);
    }
    sign(withoutAddress({id}));
}

/// Returns the marks that need a signed URL, because they have none, their thumbnail has changed, or the URL expires
/// soon. Other marks keep their URL, because a new URL would load the picture again.
QStringList MarksModel::withoutAddress(const QStringList &ids) const
{
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addSecs(-signedFor.count() / 2);
    QStringList wanted;
    for (const auto &id : ids) {
        const auto row = get(indexOf(id));
        const QDateTime at = row.value(signedAtKey).toDateTime();
        if (!at.isValid() || at < oldest || row.value(signedPictureKey) != row.value(u"thumbnail"_s))
            wanted.append(id);
    }
    return wanted;
}

void MarksModel::sign(const QStringList &ids)
{
    if (ids.isEmpty())
        return;
    auto wanted = body(ids.first(std::min<qsizetype>(ids.size(), 100)));
    wanted[u"expires_in"_s] = qint64(signedFor.count());
    fetch(ApiRequest::put(accountPath(u"/device-marks/account/%1/signedurl"_s), wanted),
          [this](const ApiAnswer &answer) {
              for (const auto &result : answer.json["results"_L1].toArray()) {
                  const QUrl thumbnail = signedUrl(portal()->client(), result["thumbnail"_L1].toString());
                  const QString id = result["mark_id"_L1].toString();
                  if (!thumbnail.isEmpty() && !get(indexOf(id)).value(leavingKey).toBool())
                      patch(id,
                            {{u"thumbnailUrl"_s, thumbnail},
                             {signedPictureKey, get(indexOf(id)).value(u"thumbnail"_s)},
                             {signedAtKey, QDateTime::currentDateTimeUtc()}});
              }
          });
    sign(ids.sliced(std::min<qsizetype>(ids.size(), 100)));
}

void MarksModel::readNames()
{
    fetch(ApiRequest::get(u"/devices"_s, {{u"pagesize"_s, u"100"_s}}), [this](const ApiAnswer &answer) {
        for (const auto &item : answer.json["items"_L1].toArray())
            m_names[item["device_id"_L1].toString()] = item["name"_L1].toString();
        for (int row = 0; row < count(); ++row) {
            auto named = get(row);
            decorate(named);
            changeRow(row, named);
        }
    });
}

void MarksModel::countUnread()
{
    fetch(ApiRequest::get(accountPath(u"/device-marks/account/%1/unread"_s), {{u"pagesize"_s, u"100"_s}}),
          [this](const ApiAnswer &answer) {
              int unread = 0; // the answer has one row per day
              QVariantMap days;
              for (const auto &day : answer.json["items"_L1].toArray()) {
                  unread += day["count"_L1].toInt();
                  days.insert(day["date"_L1].toString(), day["count"_L1].toInt());
              }
              if (!answer.ok() || (m_unreadCount == unread && m_unreadDays == days))
                  return;
              m_unreadCount = unread;
              m_unreadDays = days;
              Q_EMIT unreadCountChanged();
          });
}

void MarksModel::markRead(const QStringList &ids, bool read)
{
    auto wanted = body(ids);
    wanted[u"read"_s] = read;
    act(ApiRequest::put(accountPath(u"/device-marks/triggered/account/%1/read"_s), wanted),
        [this, ids, read](const ApiAnswer &) {
            for (const auto &id : ids) {
                patch(id, {{u"read"_s, read}});
                if (const int row = indexOf(id); row >= 0 && !m_filter.matches(get(row)))
                    removeIds({id});
            }
            m_countSoon.start();
            Q_EMIT marked(ids, read);
        });
}

void MarksModel::markAllRead()
{
    QJsonObject filter;
    for (const auto &[name, value] : {std::pair(u"device_id"_s, deviceId()), std::pair(u"devgroup_id"_s, devgroupId()),
                                      std::pair(u"devicemode_id"_s, devicemodeId()), std::pair(u"label"_s, label())}) {
        if (!value.isEmpty())
            filter.insert(name, value);
    }
    const QString now = QString::fromLatin1(Times::toText(QDateTime::currentDateTimeUtc()));
    act(ApiRequest::put(accountPath(u"/device-marks/triggered/account/%1/read"_s),
                        {{u"filter"_s, filter}, {u"as_of"_s, now}, {u"read"_s, true}}),
        [this](const ApiAnswer &) { reload(); });
}

void MarksModel::remove(const QStringList &ids)
{
    setLeaving(ids, true);
    act(
        ApiRequest::remove(accountPath(u"/device-marks/triggered/account/%1/detail"_s), body(ids)),
        [this, ids](const ApiAnswer &) {
            if (!m_filter.bin)
                removeIds(ids);
            m_countSoon.start();
            Q_EMIT removed(ids);
        },
        [this, ids] { setLeaving(ids, false); });
}

/// The signed URLs of marks end when the marks move into the bin or out of it. Their pictures are not loaded meanwhile.
void MarksModel::setLeaving(const QStringList &ids, bool leaving)
{
    for (const QString &id : ids)
        patch(id, {{u"thumbnailUrl"_s, QUrl()}, {signedAtKey, QVariant()}, {leavingKey, leaving}});
    if (!leaving)
        sign(ids);
}

void MarksModel::restore(const QStringList &ids)
{
    setLeaving(ids, true);
    act(
        ApiRequest::put(accountPath(u"/device-marks/triggered/account/%1/temporary"_s), body(ids)),
        [this, ids](const ApiAnswer &) {
            if (m_filter.bin)
                removeIds(ids);
            else
                reload();
            m_countSoon.start();
            Q_EMIT restored(ids);
        },
        [this, ids] { setLeaving(ids, false); });
}
