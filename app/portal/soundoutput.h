// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

/// Where sound is played: 48,000 frames a second of two samples of 16 bits (SoundChunk).
class SoundOutput
{
public:
    virtual ~SoundOutput() = default;

    /// Begins to play what is written. Returns false if there is no device.
    virtual bool start() = 0;
    /// Ends at once, and drops what was not heard yet.
    virtual void stop() = 0;
    /// Returns the number of frames that can be written now.
    virtual qint64 room() const = 0;
    /// Returns the number of frames that were written and not heard yet.
    virtual qint64 waiting() const = 0;
    virtual void write(const QByteArray &samples) = 0;
    /// Sets how loud it seems, 0 to 1.
    virtual void setVolume(double volume) = 0;

    /// Returns the default device of the desktop. It is looked for by start(), because the search takes a while.
    static std::unique_ptr<SoundOutput> ofDesktop();
};
