using SoraFunctions.Models.CutOut;
using SoraFunctions.Models.Faces;

namespace SoraFunctions.Service.Models;

/// <summary>Whether a matte is one of the person whose face was found, and what of it is.</summary>
internal static class PersonMatte
{
    /// <summary>Pixels a side of the blocks in which what hangs together is looked for.</summary>
    private const int Block = 8;

    /// <summary>Mean alpha from which a block is a part of somebody.</summary>
    private const int Seen = 64;

    /// <summary>Mean alpha that a face has at least: a matte with holes in it is none.</summary>
    private const int Whole = 230;

    /// <summary>The matte without all that does not hang together with the face; null where it does not hold the face.</summary>
    /// <param name="matte">Of people.</param>
    /// <param name="face">In the same picture.</param>
    public static Matte? Of(Matte matte, Face face)
    {
        int left = Math.Max(0, (int)(face.Centre.X - (face.Width / 3))), right = Math.Min(matte.Width, (int)(face.Centre.X + (face.Width / 3)));
        int top = Math.Max(0, (int)(face.Centre.Y - (face.Height / 3))), bottom = Math.Min(matte.Height, (int)(face.Centre.Y + (face.Height / 3)));
        if (right <= left || bottom <= top || Mean(matte, left, top, right, bottom) < Whole)
        {
            return null;
        }

        var (across, down) = ((matte.Width + Block - 1) / Block, (matte.Height + Block - 1) / Block);
        var reached = Reached(matte, across, down, ((left + right) / 2 / Block) + (across * ((top + bottom) / 2 / Block)));
        var alpha = (byte[])matte.Alpha.Clone();
        for (var i = 0; i < alpha.Length; i++)
        {
            // The block beside holds the soft edge.
            var (x, y) = (i % matte.Width / Block, i / matte.Width / Block);
            if (!reached[x + (across * y)] && !Beside(x, y, across, down).Any(at => reached[at]))
            {
                alpha[i] = 0;
            }
        }

        return matte with { Alpha = alpha };
    }

    private static bool[] Reached(Matte matte, int across, int down, int from)
    {
        var reached = new bool[across * down];
        var row = new Queue<int>([from]);
        reached[from] = true;
        while (row.TryDequeue(out var at))
        {
            foreach (var next in Beside(at % across, at / across, across, down))
            {
                int x = next % across * Block, y = next / across * Block;
                if (!reached[next] && Mean(matte, x, y, Math.Min(x + Block, matte.Width), Math.Min(y + Block, matte.Height)) >= Seen)
                {
                    reached[next] = true;
                    row.Enqueue(next);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<int> Beside(int x, int y, int across, int down)
    {
        if (x > 0)
        {
            yield return x - 1 + (across * y);
        }

        if (x + 1 < across)
        {
            yield return x + 1 + (across * y);
        }

        if (y > 0)
        {
            yield return x + (across * (y - 1));
        }

        if (y + 1 < down)
        {
            yield return x + (across * (y + 1));
        }
    }

    private static int Mean(Matte matte, int left, int top, int right, int bottom)
    {
        var sum = 0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                sum += matte.Alpha[(y * matte.Width) + x];
            }
        }

        return sum / ((right - left) * (bottom - top));
    }
}
