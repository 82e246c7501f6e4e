using System.Numerics;

namespace SoraFunctions.World.Plates;

/// <summary>
/// By what factor bodies change the light of the ground, in cells of some pixels; known where no body hides the ground and continued
/// smoothly behind them (push and pull: Gortler et al., "The Lumigraph", 1996, section 3.5).
/// </summary>
internal sealed class ShadowField
{
    private readonly Level[] levels;

    /// <param name="width">Cells across.</param>
    /// <param name="height">Cells down.</param>
    public ShadowField(int width, int height)
    {
        List<Level> made = [new(width, height)];
        while (made[^1] is { } last && (last.Width > 1 || last.Height > 1))
        {
            made.Add(new((last.Width + 1) / 2, (last.Height + 1) / 2));
        }

        levels = [.. made];
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        foreach (var level in levels)
        {
            Array.Clear(level.Cells);
        }
    }

    /// <summary>Adds what one pixel of a cell tells.</summary>
    /// <param name="column">Which cell.</param>
    /// <param name="row">Which cell.</param>
    /// <param name="factor">By what red, green and blue light is changed there.</param>
    public void Add(int column, int row, Vector3 factor) => levels[0].At(column, row) += new Vector4(factor, 1);

    /// <summary>Makes means of what was added and fills the cells that nothing is known of.</summary>
    public void Fill()
    {
        for (var i = 1; i < levels.Length; i++)
        {
            Push(levels[i - 1], levels[i]);
        }

        ref var top = ref levels[^1].At(0, 0);
        top = top.W > 0 ? top / top.W : Vector4.One;
        for (var i = levels.Length - 2; i >= 0; i--)
        {
            Pull(levels[i + 1], levels[i]);
        }
    }

    /// <summary>The factors at a place in cells, linear between the cells' middles.</summary>
    public Vector3 Read(float column, float row) => levels[0].Read(column, row).AsVector3();

    // A cell that many pixels tell of counts no more than one that one tells of.
    private static void Push(Level fine, Level coarse)
    {
        for (var y = 0; y < fine.Height; y++)
        {
            for (var x = 0; x < fine.Width; x++)
            {
                var cell = fine.At(x, y);
                coarse.At(x / 2, y / 2) += cell.W > 1 ? cell / cell.W : cell;
            }
        }
    }

    private static void Pull(Level coarse, Level fine)
    {
        for (var y = 0; y < fine.Height; y++)
        {
            for (var x = 0; x < fine.Width; x++)
            {
                ref var cell = ref fine.At(x, y);
                cell = cell.W >= 1 ? cell / cell.W : cell + (coarse.Read((0.5f * x) - 0.25f, (0.5f * y) - 0.25f) * (1 - cell.W));
            }
        }
    }

    private sealed class Level(int width, int height)
    {
        public int Width => width;

        public int Height => height;

        /// <summary>Sums of red, green and blue factors, and their weight.</summary>
        public Vector4[] Cells { get; } = new Vector4[width * height];

        public ref Vector4 At(int column, int row) => ref Cells[(row * width) + column];

        public Vector4 Read(float column, float row)
        {
            column = Math.Clamp(column, 0, width - 1);
            row = Math.Clamp(row, 0, height - 1);
            var (left, top) = ((int)column, (int)row);
            var (right, bottom) = (Math.Min(left + 1, width - 1), Math.Min(top + 1, height - 1));
            var upper = Vector4.Lerp(At(left, top), At(right, top), column - left);
            var lower = Vector4.Lerp(At(left, bottom), At(right, bottom), column - left);
            return Vector4.Lerp(upper, lower, row - top);
        }
    }
}
