// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/core/cluster/peers.h"
#include "server/core/http/filereply.h"
#include "server/core/http/paging.h"
#include "server/insight/marks/markquery.h"
#include "server/insight/marks/markreply.h"
#include "server/insight/marks/markservice.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Device marks";

AccountId accountOf(const Call &call) { return call.id<AccountId>(u"account_id"); }

Reply listed(MarkService &marks, const Call &call)
{
    const auto page = PageRequest::from(call, {u"date"_s, u"device"_s}, {{u"date"_s, true}});
    const auto found = marks.list(call.caller, MarkParameters::query(call), page);
    return pageOf<DeviceMark>(
        call, page, found.marks, [&page](const DeviceMark &mark) { return markCursor(mark, page); }, found.total);
}

Route list(MarkService &marks, const QString &path, const QString &summary, const QList<QueryParameter> &query)
{
    return {
        .method = Method::Get,
        .path = path,
        .caller = Callers::user(Scope::MarksRead),
        .tag = tag,
        .summary = summary,
        .query = query,
        .reply = &DeviceMark::staticMetaObject,
        .list = true,
        .handle = [&marks](const Call &call) { return listed(marks, call); },
    };
}

RouteTable readingRoutes(MarkService &marks)
{
    const QString ofDevice = u"/device-marks/triggered/account/:account_id/device/:device_id"_s;
    return {
        list(marks, u"/device-marks/account/:account_id"_s, u"List the marks of an account"_s,
             MarkParameters::ofAccountList()),
        list(marks,
             u"/device-marks/triggered/account/:account_id/device-group/:devicegroup_id/device-mode/:devicemode_id"_s,
             u"List the marks of a mode in a device group"_s, MarkParameters::all()),
        list(marks, ofDevice, u"List the marks of a device"_s, MarkParameters::all()),
        {
            .method = Method::Get,
            .path = ofDevice + u"/latest"_s,
            .caller = Callers::user(Scope::MarksRead),
            .tag = tag,
            .summary = u"List the newest mark of each mode"_s,
            .reply = &DeviceMark::staticMetaObject,
            .list = true,
            .handle =
                [&marks](const Call &call) {
                    return pageOf(call, marks.latest(call.caller, accountOf(call), call.id<DeviceId>(u"device_id")),
                                  &DeviceMark::startedAt, &DeviceMark::devicemarkId);
                },
        },
        {
            .method = Method::Get,
            .path = u"/device-marks/:devicemark_id/triggered/account/:account_id/detail"_s,
            .caller = Callers::user(Scope::MarksRead),
            .tag = tag,
            .summary = u"Get a mark with its reason"_s,
            .reply = &DeviceMark::staticMetaObject,
            .handle =
                [&marks](const Call &call) {
                    return replyWithMark(
                        marks.get(call.caller, accountOf(call), call.id<DeviceMarkId>(u"devicemark_id")));
                },
        },
        {
            .method = Method::Get,
            .path = u"/device-marks/account/:account_id/unread"_s,
            .caller = Callers::user(Scope::MarksRead),
            .tag = tag,
            .summary = u"Count the unread marks per day, by device and label"_s,
            .reply = &UnreadDay::staticMetaObject,
            .list = true,
            .handle =
                [&marks](const Call &call) {
                    return pageOf(call, marks.unread(call.caller, accountOf(call)), &UnreadDay::date);
                },
        },
    };
}

/// Returns a route that changes several marks and responds with the number of changed marks.
Route bulk(Method method, const QString &path, const QString &summary,
           std::function<MarksChanged(const Call &, const QList<DeviceMarkId> &)> change)
{
    return {
        .method = method,
        .path = path,
        .caller = Callers::user(Scope::Marks),
        .tag = tag,
        .summary = summary,
        .body = &MarkSelection::staticMetaObject,
        .reply = &MarksChanged::staticMetaObject,
        .runs = Runs::OnFilePool,
        .handle = [change = std::move(change)](
                      const Call &call) { return replyWith(change(call, call.body<MarkSelection>().markIds)); },
    };
}

RouteTable binRoutes(MarkService &marks)
{
    const QString bin = u"triggered/account/:account_id/temporary"_s;
    const auto restore = [&marks](const Call &call, const QList<DeviceMarkId> &ids) {
        return marks.restore(call.caller, accountOf(call), ids);
    };
    return {
        bulk(Method::Delete, u"/device-marks/triggered/account/:account_id/detail"_s, u"Move marks to the bin"_s,
             [&marks](const Call &call, const QList<DeviceMarkId> &ids) {
                 return marks.moveToBin(call.caller, accountOf(call), ids);
             }),
        bulk(Method::Put, u"/device-marks/"_s + bin, u"Restore marks from the bin"_s, restore),
        bulk(Method::Put, u"/devicemarks/"_s + bin, u"Restore marks from the bin (earlier spelling of the path)"_s,
             restore),
        bulk(Method::Delete, u"/device-marks/"_s + bin, u"Permanently delete marks with their media"_s,
             [&marks](const Call &call, const QList<DeviceMarkId> &ids) {
                 return marks.purge(call.caller, accountOf(call), ids);
             }),
    };
}

RouteTable otherRoutes(MarkService &marks)
{
    return {
        {
            .method = Method::Put,
            .path = u"/device-marks/triggered/account/:account_id/read"_s,
            .caller = Callers::user(Scope::Marks),
            .tag = tag,
            .summary = u"Mark marks as read or unread for the calling user"_s,
            .body = &MarkReading::staticMetaObject,
            .reply = &MarksChanged::staticMetaObject,
            .handle =
                [&marks](const Call &call) {
                    return replyWith(marks.read(call.caller, accountOf(call), call.body<MarkReading>()));
                },
        },
        {
            .method = Method::Put,
            .path = u"/device-marks/account/:account_id/signedurl"_s,
            .caller = Callers::user(Scope::MarksRead),
            .tag = tag,
            .summary = u"Create signed URLs of marks' pictures and clips, or revoke them"_s,
            .body = &MarkSigning::staticMetaObject,
            .reply = &SignedMarks::staticMetaObject,
            .handle =
                [&marks](const Call &call) {
                    return replyWith(marks.sign(call.caller, accountOf(call), call.body<MarkSigning>()));
                },
        },
    };
}

struct Media
{
    MarkFiles::Kind kind;
    QByteArray type;
    QString summary;
};

QList<Media> allMedia()
{
    return {{MarkFiles::Kind::Snapshot, "image/jpeg", u"Get the snapshot of a mark"_s},
            {MarkFiles::Kind::Thumbnail, "image/jpeg", u"Get the thumbnail of a mark"_s},
            {MarkFiles::Kind::Clip, "video/mp4", u"Get the clip of a mark"_s}};
}

Reply file(MarkService &marks, Peers &peers, const Media &media, const Call &call)
{
    const DeviceMark mark = marks.withFiles(call.caller, call.request, call.id<DeviceMarkId>(u"devicemark_id"));
    if (const auto address = marks.files().addressOf(mark, media.kind)) {
        Reply reply = Reply::redirect(*address);
        reply.headers.append("Cache-Control", "no-store");
        return reply;
    }
    if (!marks.files().isStored(mark) && !peers.isHere(mark.storageId))
        return peers.file(call.request, mark.storageId,
                          MarkFiles::target(mark.deviceId, mark.devicemarkId, media.kind));
    return marks.files().reply(call.request, mark, media.kind);
}
}

RouteTable markRoutes(MarkService &marks) { return readingRoutes(marks) + binRoutes(marks) + otherRoutes(marks); }

RouteTable markMediaRoutes(MarkService &marks, Peers &peers)
{
    RouteTable routes;
    for (const Media &media : allMedia()) {
        routes += Route{
            .method = Method::Get,
            .path = u"/device-marks/:devicemark_id/"_s + MarkFiles::nameOf(media.kind),
            .caller = Callers::user(Scope::MarksRead).orLink(),
            .tag = tag,
            .summary = media.summary,
            .replyTypes = {QString::fromLatin1(media.type)},
            .otherStatuses = {206, 302, 416}, // 302: to the media store
            .runs = marks.files().hasStore() ? Runs::OnNetworkPool : Runs::OnFilePool,
            .handle = [&marks, &peers, media](const Call &call) { return file(marks, peers, media, call); },
            .stands =
                [&marks](const Call &call) {
                    marks.withFiles(call.caller, call.request, call.id<DeviceMarkId>(u"devicemark_id"));
                },
        };
    }
    return routes;
}

RouteTable markPeerRoutes(const Peers &peers, const MarkFiles &files)
{
    RouteTable routes;
    for (const Media &media : allMedia()) {
        routes += peerRoute(peers, u"/device-marks/:device_id/:devicemark_id/"_s + MarkFiles::nameOf(media.kind),
                            Runs::OnFilePool, [&files, media](const Call &call) {
                                const QString path = files.path(call.id<DeviceId>(u"device_id"),
                                                                call.id<DeviceMarkId>(u"devicemark_id"), media.kind);
                                return fileReply(call.request, path, media.type);
                            });
    }
    return routes;
}
