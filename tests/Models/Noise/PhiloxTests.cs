using SoraFunctions.Models.Noise;

namespace SoraFunctions.Models.Tests.Noise;

public class PhiloxTests
{
    // The known answers that Salmon et al. publish with their code (Random123, kat_vectors, philox4x32 10).
    [Fact]
    public void Words_equal_the_known_answers()
    {
        Assert.Equal((0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u), Philox.Words((0, 0, 0, 0), (0, 0)));
        Assert.Equal((0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu), Philox.Words((~0u, ~0u, ~0u, ~0u), (~0u, ~0u)));
        Assert.Equal((0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u),
            Philox.Words((0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344), (0xa4093822, 0x299f31d0)));
    }
}
