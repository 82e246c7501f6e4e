using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SoraFunctions.Pipeline.Data;

/// <summary>Keeps a time as ticks of UTC.</summary>
public sealed class UtcTicksConverter()
    : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
