using System.Numerics;

namespace SoraFunctions.World.Render;

/// <summary>
/// Finds the blocks of a tile that need no rays, because no body stands between them and a lamp, or near them: first for the tile, then
/// for its quarters, down to pairs of blocks. For one thread.
/// </summary>
/// <param name="take">The scene.</param>
internal sealed class Clearance(Take take)
{
    /// <summary>Blocks of 4 by 4 places along a side of the tile.</summary>
    public const int Side = TileBins.Tile / 8;

    private const int Least = 2;

    /// <summary>Where rays of each block begin; empty for none.</summary>
    public Box[] Starts { get; } = new Box[Side * Side];

    private readonly int[] blocked = new int[Side * Side];

    /// <summary>The bit of the sky, beside those of the lamps.</summary>
    private const int Sky = 1 << 4;

    /// <summary>Whether all of a lamp is in view all over a block.</summary>
    public bool OfLamp(int block, int lamp) => (blocked[block] >> lamp & 1) == 0;

    /// <summary>Whether no body is near enough to a block to hide any of its sky.</summary>
    public bool OfSky(int block) => (blocked[block] & Sky) == 0;

    /// <summary>Sorts the blocks of a tile whose <see cref="Starts"/> are known.</summary>
    public void Find()
    {
        Array.Clear(blocked);
        var all = Sky | (1 << take.Lighting.Lamps.Length) - 1;
        Find(0, 0, Side, all);
    }

    private void Find(int left, int top, int side, int asked)
    {
        var starts = Box.Empty;
        for (var y = top; y < top + side; y++)
        for (var x = left; x < left + side; x++) starts = starts.With(Starts[y * Side + x]);
        if (starts.Min.X > starts.Max.X) return;
        var boxes = take.Bodies.Boxes;
        var met = 0;
        for (var lamp = 0; lamp < take.Lighting.Lamps.Length; lamp++)
            if ((asked >> lamp & 1) != 0 && boxes.Between(starts, take.Lighting.Lamps[lamp].Corners)) met |= 1 << lamp;
        var reach = new Vector3(take.Reach);
        if ((asked & Sky) != 0 && boxes.Meets(new Box(starts.Min - reach, starts.Max + reach))) met |= Sky;
        if (met == 0) return;
        if (side > Least)
        {
            side /= 2;
            for (var part = 0; part < 4; part++) Find(left + side * (part & 1), top + side * (part >> 1), side, met);
            return;
        }

        for (var y = top; y < top + side; y++)
        for (var x = left; x < left + side; x++) blocked[y * Side + x] = met;
    }
}
