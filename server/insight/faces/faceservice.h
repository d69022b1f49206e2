// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/caller.h"
#include "server/core/http/route.h"
#include "server/insight/faces/facejobs.h"

class ArchiveService;
class MarkService;
class Peers;

/// Detects and analyzes faces in uploaded images, and in stored pictures that the caller may see.
class FaceService
{
public:
    FaceService(Database &database, MarkService &marks, ArchiveService &archive, Peers &peers, QString modelFolder,
                FaceJobPlace place)
        : m_database(database)
        , m_jobs(database)
        , m_marks(marks)
        , m_archive(archive)
        , m_peers(peers)
        , m_models(std::move(modelFolder))
        , m_place(std::move(place))
    {
    }

    /// Analyzes an image.
    ///
    /// Throws: 503 `models_not_installed`; 422 at `/attributes`; like ImageFile::decoded().
    ///
    /// Thread: the vision pool, because the analysis takes tens of milliseconds or more.
    FaceAnalysis detect(const QByteArray &image, const QStringList &attributes);
    /// Stores the image and creates a job that analyzes it.
    ///
    /// Throws: like detect(); 429 `too_many_jobs` if too many jobs of the account, or of the app itself, are pending;
    /// 503 `storage_full` if the picture cannot be stored.
    FaceJob begin(const Caller &caller, const QByteArray &image, const QStringList &attributes);
    /// Returns a job.
    ///
    /// Throws: 404 unless the same account and app have created the job.
    FaceJob job(const Caller &caller, FaceJobId job);
    /// Returns the image that a request contains or names.
    ///
    /// Throws: 422 unless the request has exactly one image; 404 for a picture that the caller cannot see; 503
    /// `server_unreachable` for a picture on another server that does not answer.
    QByteArray imageOf(const Caller &caller, const FaceRequest &request);

private:
    void requireModels();
    void requireRoom(const Caller &caller, qint64 bytes);
    QByteArray storedImage(const Caller &caller, const FaceRequest &request);
    QByteArray contentOf(const QString &storageId, const QByteArray &target, const QString &path);
    static void requireKnown(const QStringList &attributes);

    Database &m_database;
    FaceJobStore m_jobs;
    MarkService &m_marks;
    ArchiveService &m_archive;
    Peers &m_peers;
    QString m_models;
    FaceJobPlace m_place;
    std::unique_ptr<FaceAnalyzer> m_analyzer; ///< created on first use
};

/// Returns the routes of face detection.
RouteTable faceRoutes(FaceService &faces);
