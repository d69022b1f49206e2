// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/faces/faceservice.h"

#include "server/cameras/ingest/imagefile.h"
#include "server/insight/faces/multipart.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Vision";
/// Base64 is larger than the image by a third.
constexpr qint64 maxBody = ImageFile::maxBytes * 3 / 2;

/// The parameters of a request, independent of the format of its body.
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
            throw Problem::invalid(u"/image"_s, u"required"_s, u"The form has no part named image."_s);
        if (fields.contains(u"attributes"_s))
            wanted.attributes = listed(QString::fromUtf8(fields.value(u"attributes"_s)));
    } else {
        const auto request = call.body<FaceRequest>();
        wanted = {faces.imageOf(call.caller, request), request.attributes + wanted.attributes,
                  request.async || wanted.async};
    }
    if (wanted.image.size() > ImageFile::maxBytes)
        throw Problem(413, u"body_too_large"_s, u"The image must not exceed 16 MiB."_s);
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
            .summary =
                u"Detect and analyze faces in an image: as the request body, as the form part `image`, or in JSON"_s,
            .query = {{u"attributes"_s,
                       u"Comma-separated list of landmarks, pose, eyes, smile, emotion, quality; default: all"_s},
                      {u"async"_s, u"true: respond with 202 and a job instead of the result"_s, u"boolean"_s}},
            .body = &FaceRequest::staticMetaObject,
            .bodyTypes = {u"image/*"_s, u"application/octet-stream"_s, u"multipart/form-data"_s},
            .reply = &FaceAnalysis::staticMetaObject,
            .accepted = &FaceJob::staticMetaObject,
            .runs = Runs::OnVisionPool,
            .handle =
                [&faces](const Call &call) {
                    const Wanted wanted = wantedOf(faces, call);
                    if (wanted.async)
                        return replyWith(faces.begin(call.caller, wanted.image, wanted.attributes), 202);
                    return replyWith(faces.detect(wanted.image, wanted.attributes));
                },
            .maxBody = maxBody,
        },
        {
            .method = Method::Get,
            .path = u"/face/jobs/:job_id"_s,
            .caller = anyCaller,
            .tag = tag,
            .summary = u"Get a face detection job and its result, which is kept for one day"_s,
            .reply = &FaceJob::staticMetaObject,
            .handle =
                [&faces](const Call &call) { return replyWith(faces.job(call.caller, call.id<FaceJobId>(u"job_id"))); },
        },
    };
}
