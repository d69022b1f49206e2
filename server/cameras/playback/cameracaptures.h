// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/devicedata.h"
#include "server/cameras/devices/cameraleases.h"
#include "server/core/http/caller.h"
#include "server/core/http/route.h"

class ArchiveService;
class DeviceService;
class MediaHub;
class Peers;
struct CaptureStart;

/// Captures what a camera shows now, as a photo or video of the archive, whichever server reads the camera. A photo is
/// complete at once. A video is pending until ClipCapture has made its file.
class CameraCaptures
{
public:
    /// The most videos of an account that are being captured at a time.
    static constexpr qint64 mostPending = 20;

    CameraCaptures(Database &database, DeviceService &devices, ArchiveService &archive, MediaHub &media, Peers &peers);

    /// Captures a photo, or begins the capture of a video.
    ///
    /// Throws: 404 unless the device belongs to the caller's account; like CaptureStart::here(); 503
    /// `server_unreachable`; 403 `plan_limit_reached`; 422 `too_many`; StorageError.
    ///
    /// Thread: the network pool, because another server may have to be asked.
    DeviceData capture(const Caller &caller, DeviceId device, const DataCapture &wanted);

private:
    CaptureStart startAtReader(DeviceId device, DeviceData::Kind kind);
    DeviceData planned(const Caller &caller, DeviceId device, const CaptureStart &start, qint64 seconds);

    Database &m_database;
    DeviceService &m_devices;
    ArchiveService &m_archive;
    MediaHub &m_media;
    Peers &m_peers;
    CameraLeases m_leases;
};

RouteTable cameraCaptureRoutes(CameraCaptures &captures);
/// Returns the route by which other servers capture what the cameras show that this server reads.
RouteTable cameraCapturePeerRoutes(const Peers &peers, const MediaHub &media);
