using System.Numerics;
using SoraFunctions.World.Physics.Water;

namespace SoraFunctions.World.Tests.Physics.Water;

public sealed class FourierTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    public void The_spectrum_is_the_transposed_sum_over_all_samples(int side)
    {
        var (real, imaginary) = Field(side);
        var expected = Spectrum(real, imaginary, side);

        new Fourier(side).Forward(real, imaginary);

        for (var i = 0; i < side * side; i++)
        {
            Assert.Equal(expected[i].Real, real[i], 1e-3);
            Assert.Equal(expected[i].Imaginary, imaginary[i], 1e-3);
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(128)]
    [InlineData(256)]
    public void There_and_back_gives_the_field_as_many_times_as_it_has_samples(int side)
    {
        var (real, imaginary) = Field(side);
        var (before, transform) = ((Real: (float[])real.Clone(), Imaginary: (float[])imaginary.Clone()), new Fourier(side));

        transform.Forward(real, imaginary);
        transform.Back(real, imaginary);

        for (var i = 0; i < side * side; i++)
        {
            Assert.Equal(before.Real[i], real[i] / (side * side), 1e-5);
            Assert.Equal(before.Imaginary[i], imaginary[i] / (side * side), 1e-5);
        }
    }

    private static (float[] Real, float[] Imaginary) Field(int side)
    {
        var random = new Random(side);
        float[] Noise() => [.. Enumerable.Range(0, side * side).Select(_ => (2 * random.NextSingle()) - 1)];
        return (Noise(), Noise());
    }

    // By its definition, rows and then columns; the frequency across is the row of the result.
    private static Complex[] Spectrum(float[] real, float[] imaginary, int side)
    {
        Complex[] waves = [.. Enumerable.Range(0, side).Select(i => Complex.FromPolarCoordinates(1, -Math.Tau * i / side))];
        var (across, all) = (new Complex[side * side], new Complex[side * side]);
        for (var i = 0; i < side; i++)
        for (var k = 0; k < side; k++)
        for (var j = 0; j < side; j++)
            across[(i * side) + k] += new Complex(real[(i * side) + j], imaginary[(i * side) + j]) * waves[j * k % side];
        for (var k = 0; k < side; k++)
        for (var l = 0; l < side; l++)
        for (var i = 0; i < side; i++)
            all[(k * side) + l] += across[(i * side) + k] * waves[i * l % side];
        return all;
    }
}
