// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Arranges the pictures of cameras on a wall, in sections below each other.
QtObject {
    // Returns `columns`, and the width and height of a tile, such that the pictures are as large as possible while all
    // are in sight. If that would make them narrower than `least`, or if there are more than four rows of four, the wall
    // scrolls. `counts` are the numbers of tiles in the sections; `height` is that of the room for tiles alone.
    function arrange(counts, width, height, gap, least) {
        const most = Math.min(4, Math.max(1, ...counts))
        let best = null
        let widest = null
        for (let columns = 1; columns <= most; ++columns) {
            const tile = Math.floor((width - (columns - 1) * gap) / columns)
            if (columns > 1 && tile < least)
                break
            const rows = Math.max(1, counts.reduce((sum, count) => sum + Math.ceil(count / columns), 0))
            const whole = Math.floor(tile * 9 / 16)
            const room = Math.min(whole, Math.floor((height - (rows - 1) * gap) / rows))
            widest = { columns: columns, width: tile, height: whole }
            // Among almost equal pictures, those of more columns have narrower bars.
            if (rows <= 4 && room >= least * 9 / 16 && (!best || room > 0.97 * best.height))
                best = { columns: columns, width: tile, height: room }
        }
        return best ?? widest
    }
}
