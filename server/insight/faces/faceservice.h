// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/caller.h"
#include "server/insight/faces/facejobs.h"
#include "server/insight/marks/markfiles.h"

class ArchiveService;
class MarkService;

/// Looks for faces in pictures that callers bring, or that they may see.
class FaceService
{
public:
    FaceService(Database &database, MarkService &marks, const MarkFiles &files, ArchiveService &archive,
                QString modelFolder, FaceJobPlace place)
        : m_database(database)
        , m_jobs(database)
        , m_marks(marks)
        , m_files(files)
        , m_archive(archive)
        , m_models(std::move(modelFolder))
        , m_place(std::move(place))
    {
    }

    /// Tens of milliseconds and more: on the vision pool. Throws Problem: 503 `models_not_installed`, those of
    /// ImageFile::decoded(), 422 at `/attributes`.
    FaceAnalysis detect(const QByteArray &image, const QStringList &attributes);
    /// The same, later. Kept before it is answered.
    FaceJob begin(const Caller &caller, const QByteArray &image, const QStringList &attributes);
    /// Only for who began it.
    FaceJob job(const Caller &caller, FaceJobId job);
    /// The picture that a request names. Throws Problem 422 unless it names exactly one, 404 for what the caller does
    /// not see.
    QByteArray imageOf(const Caller &caller, const FaceRequest &request);

private:
    void requireModels();
    QString fileOf(const Caller &caller, const FaceRequest &request);
    static void requireKnown(const QStringList &attributes);

    Database &m_database;
    FaceJobStore m_jobs;
    MarkService &m_marks;
    const MarkFiles m_files;
    ArchiveService &m_archive;
    QString m_models;
    FaceJobPlace m_place;
    std::unique_ptr<FaceAnalyzer> m_analyzer; ///< of this thread; made when it is first needed
};
