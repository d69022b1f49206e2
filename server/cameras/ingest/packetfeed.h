// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/av.h"

#include <QByteArray>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

/// How the packets of a camera are coded.
struct CodedFormat
{
    enum class Sound {
        None, ///< no sound, or another codec
        MuLaw, ///< G.711, 8 kHz, one channel
        ALaw,
        Opus, ///< made of the camera's AAC while a viewer takes it
    };

    bool isH264 = false;
    bool hasBFrames = false; ///< pictures are shown in another order than they arrive in, which WebRTC does not support
    Sound sound = Sound::None;

    bool operator==(const CodedFormat &) const = default;
};

/// A coded picture, or some coded sound.
struct CodedPacket
{
    QByteArray bytes; ///< a picture: H.264 with start codes (Annex B), and with its parameter sets if it is a key frame
    std::chrono::microseconds time{}; ///< on the timeline of the camera's connection
    bool isPicture = true;
    bool isKey = false; ///< of a picture
};

/// Gets the packets of a camera as they arrive.
///
/// Thread: any, one at a time. The functions must not block, and must not call the feed.
class PacketViewer
{
public:
    virtual ~PacketViewer() = default;
    virtual void take(const CodedPacket &packet) = 0;
    /// Returns whether the viewer takes sound. It never changes.
    virtual bool hears() const { return false; }
    /// Called once when no more packets arrive, or when their format changes. The feed has forgotten the viewer then.
    virtual void lost() = 0;

protected:
    PacketViewer() = default;
    Q_DISABLE_COPY_MOVE(PacketViewer)
};

class OpusSound;

/// Distributes the packets of one camera, as the camera has coded them, to viewers. Costs nothing without viewers.
///
/// Thread: one thread calls begin(), picture(), sound() and lose(); any thread calls the other functions.
class PacketFeed
{
public:
    PacketFeed();
    ~PacketFeed();
    Q_DISABLE_COPY_MOVE(PacketFeed)

    /// Returns the format of the packets, or nothing while no pictures arrive.
    std::optional<CodedFormat> format() const;
    /// Passes the packets to the viewer until leave(). Returns false if the format is not `format` any more.
    bool watch(PacketViewer &viewer, const CodedFormat &format);
    /// After this call, the viewer is not called any more.
    void leave(PacketViewer &viewer);

    /// States the format of the packets that follow. `sound` may be null.
    ///
    /// Throws: std::bad_alloc.
    void begin(const AVStream &video, const AVCodecParameters &format, const AVStream *sound);
    void picture(const AVPacket &packet);
    void sound(const AVPacket &packet);
    /// States that no packets arrive any more.
    void lose();

private:
    bool isWatched() const;
    bool isHeard() const;
    void endUnheard();
    QByteArray annexB(const AVPacket &packet);
    void pass(const CodedPacket &packet);
    void noteOrder(std::chrono::microseconds time, bool isKey);
    void setBFrames(bool areThere);
    void setFormat(const std::optional<CodedFormat> &format);

    mutable std::mutex m_mutex; ///< guards the next two members
    std::vector<PacketViewer *> m_viewers;
    std::optional<CodedFormat> m_format;
    // Used by the thread that calls begin().
    AvOwned<AVBSFContext> m_startCodes; ///< replaces lengths by start codes; null: the packets have start codes
    QByteArray m_parameterSets; ///< with start codes, for key frames without any
    std::chrono::microseconds m_previous{}; ///< time of the picture that has arrived before
    int m_keys = 0; ///< since begin()
    int m_stepsBack = 0; ///< since the last key frame, pictures that are shown before the one that has arrived before
    const AVStream *m_video = nullptr;
    const AVStream *m_sound = nullptr;
    std::unique_ptr<OpusSound> m_opus; ///< null while no viewer takes Opus; declared last, because it calls pass()
};
