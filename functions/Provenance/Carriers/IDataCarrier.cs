namespace SoraFunctions.Provenance.Carriers;

/// <summary>A file of a format whose manifest lies in one stretch and is bound by the hash of all other bytes.</summary>
internal interface IDataCarrier : ICarrier
{
    /// <summary>Where a manifest store goes.</summary>
    /// <exception cref="InvalidDataException">The file is malformed.</exception>
    StorePlace Place();

    /// <summary>The parts of the file by the names that box hashes use, in order; null for a format without such names.</summary>
    /// <exception cref="InvalidDataException">The file is malformed.</exception>
    IReadOnlyList<NamedBox>? Boxes();
}
