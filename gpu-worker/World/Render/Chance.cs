namespace SoraFunctions.World.Render;

/// <summary>Numbers in 0 to 1 from a seed (SplitMix64: Steele, Lea and Flood, 2014).</summary>
internal struct Chance(ulong seed)
{
    private ulong state = seed;

    public float Next()
    {
        state += 0x9e3779b97f4a7c15;
        var z = (state ^ state >> 30) * 0xbf58476d1ce4e5b9;
        z = (z ^ z >> 27) * 0x94d049bb133111eb;
        return (float)((z ^ z >> 31) >> 40) / (1 << 24);
    }
}
