// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/imagefile.h"
#include "server/insight/marks/markreply.h"
#include "server/insight/marks/markservice.h"
#include "server/insight/marks/outsidemarks.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Device marks";
/// Base64 is larger than the snapshot by a third.
constexpr qint64 maxBody = ImageFile::maxBytes * 3 / 2;
}

RouteTable outsideMarkRoutes(OutsideMarks &marks)
{
    return {
        {
            .method = Method::Post,
            .path = u"/device-marks"_s,
            .caller = Callers::user(Scope::Marks).orManagement(),
            .tag = tag,
            .summary = u"Create a mark from an app's own analytics"_s,
            .body = &NewMark::staticMetaObject,
            .reply = &DeviceMark::staticMetaObject,
            .status = 201,
            .runs = Runs::OnUploadPool,
            .handle =
                [&marks](const Call &call) { return replyWithMark(marks.add(call.caller, call.body<NewMark>()), 201); },
            .maxBody = maxBody,
        },
        {
            .method = Method::Delete,
            .path = u"/device-marks/:devicemark_id"_s,
            .caller = Callers::management(),
            .tag = tag,
            .summary = u"Permanently delete a mark with its media"_s,
            .status = 204,
            .runs = Runs::OnFilePool,
            .conditional = true,
            .handle =
                [&marks](const Call &call) {
                    marks.remove(call.id<DeviceMarkId>(u"devicemark_id"), call.precondition());
                    return Reply::noContent();
                },
        },
    };
}
