// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/faces/faceroutes.h"

#include "server/cameras/ingest/imagefile.h"
#include "server/insight/faces/faceservice.h"
#include "server/insight/faces/multipart.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Vision";
/// Base64 takes a third more.
constexpr qint64 mostBody = ImageFile::maxBytes * 3 / 2;

/// A picture and what is asked of it, in whichever form it came.
struct Wanted
{
    QByteArray image;
    QStringList attributes;
    bool async = false;
};

QStringList listed(const QString &text) { return text.split(u',', Qt::SkipEmptyParts); }

Wanted wantedOf(FaceService &faces, const Call &call)
{
    const QByteArray type = call.request.headers.value("Content-Type").toLower();
    Wanted wanted{{}, listed(call.query(u"attributes"_s)), call.queryBool(u"async"_s).value_or(false)};
    if (type.startsWith("image/") || type.startsWith("application/octet-stream")) {
        wanted.image = call.request.body;
    } else if (type.startsWith("multipart/form-data")) {
        const auto fields = multipartFields(call.request.headers.value("Content-Type"), call.request.body);
        wanted.image = fields.value(u"image"_s);
        if (wanted.image.isEmpty())
            throw Problem::invalid(u"/image"_s, u"required"_s, u"The form has no part of the name image."_s);
        if (fields.contains(u"attributes"_s))
            wanted.attributes = listed(QString::fromUtf8(fields.value(u"attributes"_s)));
    } else {
        const auto request = call.body<FaceRequest>();
        wanted = {faces.imageOf(call.caller, request), request.attributes + wanted.attributes,
                  request.async || wanted.async};
    }
    if (wanted.image.size() > ImageFile::maxBytes)
        throw Problem(413, u"body_too_large"_s, u"A picture has 16 MiB at most."_s);
    return wanted;
}
}

RouteTable faceRoutes(FaceService &faces)
{
    const Access anyCaller = Callers::user(Scope::Vision).orApp();
    return {
        {
            .method = Method::Post,
            .path = u"/face/detect"_s,
            .caller = anyCaller,
            .tag = tag,
            .summary = u"Find and read faces in a picture: as it is, in a form's part `image`, or as JSON"_s,
            .query = {{u"attributes"_s,
                       u"A comma list of landmarks, pose, eyes, smile, emotion, quality; all without it"_s},
                      {u"async"_s, u"true: 202 with a job to ask for"_s, u"boolean"_s}},
            .body = &FaceRequest::staticMetaObject,
            .bodyTypes = {u"image/*"_s, u"application/octet-stream"_s, u"multipart/form-data"_s},
            .reply = &FaceAnalysis::staticMetaObject,
            .runs = Runs::OnVisionPool,
            .handle =
                [&faces](const Call &call) {
                    const Wanted wanted = wantedOf(faces, call);
                    if (wanted.async)
                        return replyWith(faces.begin(call.caller, wanted.image, wanted.attributes), 202);
                    return replyWith(faces.detect(wanted.image, wanted.attributes));
                },
            .maxBody = mostBody,
        },
        {
            .method = Method::Get,
            .path = u"/face/jobs/:job_id"_s,
            .caller = anyCaller,
            .tag = tag,
            .summary = u"Get what became of a look for faces; kept for a day"_s,
            .reply = &FaceJob::staticMetaObject,
            .handle =
                [&faces](const Call &call) { return replyWith(faces.job(call.caller, call.id<FaceJobId>(u"job_id"))); },
        },
    };
}
