using SoraFunctions.World.Render;

namespace SoraFunctions.World.Tests.Render;

/// <summary>Buffers begin with a line of the cache.</summary>
public sealed unsafe class AlignedBufferTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(100_000)]
    public void A_buffer_begins_with_a_line_of_the_cache_and_holds_zeros(int count)
    {
        var buffer = new AlignedBuffer<float>(count);

        Assert.Equal(0, (nint)buffer.Start & 63);
        Assert.True(new ReadOnlySpan<float>(buffer.Start, count).IndexOfAnyExcept(0f) < 0);
        GC.KeepAlive(buffer);
    }
}
