// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/modepreview.h"
#include "server/core/http/party.h"
#include "server/core/http/route.h"
#include "server/core/limits/places.h"
#include "server/core/limits/turns.h"
#include "server/insight/preview/previewrun.h"

#include <QThreadPool>

class AnalysisSettingsService;
class DeviceService;
class Links;
class ModeService;

/// The threads that run previews, on which accounts take turns. They have a low priority.
///
/// Thread: any.
class PreviewThreads
{
public:
    static constexpr int most = 16; ///< runs that wait or are in progress
    static constexpr int mostOfAccount = 3;

    /// `space`: where answers are kept that their clients read slowly.
    explicit PreviewThreads(SpoolSpace space = {});
    ~PreviewThreads();

    /// Keeps a place for a run of an account, as long as the returned object exists.
    ///
    /// Throws: 429 `too_many_previews` or 503 `overloaded`.
    std::shared_ptr<void> place(AccountId account) { return m_places.take(account); }
    /// Runs `run` on a thread, when the account's runs before it have ended. It must not throw.
    void start(AccountId account, std::function<void()> run) { m_turns.start(Party::of(account), std::move(run)); }
    const SpoolSpace &space() const { return m_space; }

private:
    const SpoolSpace m_space;
    Places m_places;
    Turns m_turns{[this](Turns::Run run) { m_threads.start(std::move(run)); }};
    QThreadPool m_threads;
};

/// Tries a mode on what was observed in the past, before it is saved.
class PreviewService
{
public:
    PreviewService(Database &database, ModeService &modes, DeviceService &devices, AnalysisSettingsService &analysis,
                   ObservationFiles &files, const Links &links, const Relay &relay, PreviewThreads &threads)
        : m_database(database)
        , m_modes(modes)
        , m_devices(devices)
        , m_analysis(analysis)
        , m_files(files)
        , m_links(links)
        , m_relay(relay)
        , m_threads(threads)
    {
    }

    /// Returns the lines of a run, as they are found.
    ///
    /// Throws: 404 for a mode or a device of another account; 422 with the pointer of each value that is not valid; 429
    /// `too_many_previews`; 503 `overloaded`.
    Reply preview(const Caller &caller, const ModePreview &wanted);

private:
    DeviceMode modeOf(const Caller &caller, const ModePreview &wanted);
    QList<DeviceId> devicesOf(const Caller &caller, const ModePreview &wanted);
    PreviewPlan planOf(const Caller &caller, const ModePreview &wanted);
    QMap<qint64, QString> pictures(const Caller &caller, DeviceId device, const PreviewPlan &plan);

    Database &m_database;
    ModeService &m_modes;
    DeviceService &m_devices;
    AnalysisSettingsService &m_analysis;
    ObservationFiles &m_files;
    const Links &m_links;
    const Relay &m_relay;
    PreviewThreads &m_threads;
};

RouteTable previewRoutes(PreviewService &previews);
