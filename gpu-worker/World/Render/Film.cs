using System.Numerics;

namespace SoraFunctions.World.Render;

/// <summary>
/// An exposed picture: linear light, one plane a colour, rows padded to whole tiles; beside it how far away things are and how they
/// move, for what happens in the lens and while the shutter is open.
/// </summary>
internal sealed unsafe class Film
{
    /// <summary>Side of a cell in pixels.</summary>
    public const int Cell = 16;

    /// <summary>The least motion of the ground in <see cref="Speed"/>.</summary>
    public const float Still = 1e-4f;

    private readonly AlignedBuffer<float> planes;
    private readonly int plane;
    private readonly CellMotion[] cells;

    public Film(int width, int height)
    {
        (Width, Height) = (width, height);
        Across = (width + TileBins.Tile - 1) / TileBins.Tile * TileBins.Tile;
        Stride = Across + 16;
        Rows = (height + TileBins.Tile - 1) / TileBins.Tile * TileBins.Tile;
        // Whole pages and a little more: neither rows nor planes must fall on the same lines of the cache.
        plane = (Stride * Rows + 1023) / 1024 * 1024 + 144;
        planes = new AlignedBuffer<float>(5 * plane + 16);
        cells = new CellMotion[CellColumns * CellRows];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Pixels across with their padding, whole tiles.</summary>
    public int Across { get; }

    /// <summary>Numbers from row to row.</summary>
    public int Stride { get; }

    /// <summary>Rows with their padding.</summary>
    public int Rows { get; }

    public int CellColumns => Across / Cell;

    public int CellRows => Rows / Cell;

    /// <summary>One of the planes: 0 red, 1 green, 2 blue.</summary>
    public float* Plane(int colour) => planes.Start + colour * plane;

    /// <summary>Distance along the view in metres.</summary>
    public float* Depth => Plane(3);

    /// <summary>
    /// How far what is seen moves over the picture while the shutter is open, in pixels; of the ground and the backdrop it is negative,
    /// -<see cref="Still"/> for none.
    /// </summary>
    public float* Speed => Plane(4);

    /// <summary>What is known of 16 by 16 pixels.</summary>
    public ref CellMotion CellAt(int column, int row) => ref cells[row * CellColumns + column];

    /// <summary>What is known of a cell of the picture.</summary>
    internal struct CellMotion
    {
        /// <summary>The greatest motion in it, in pixels.</summary>
        public Vector2 Motion;

        /// <summary>Diameter in pixels of the largest disc that a point of a body becomes.</summary>
        public float Blur;

        /// <summary>Whether a body is seen in it.</summary>
        public bool Body;
    }
}
