namespace SoraFunctions.Models.Diffusion.Decoding;

/// <summary>How much of a clip is decoded or encoded in one run, which bounds the memory that it takes.</summary>
/// <param name="TilePixels">Pixels of a tile, across and down.</param>
/// <param name="ChunkFrames">Frames of a chunk.</param>
public sealed record DecodeLimits(int TilePixels = 512, int ChunkFrames = 33);
