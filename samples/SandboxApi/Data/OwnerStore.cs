using Microsoft.Data.Sqlite;

namespace SessionsWidgets.Samples.Sandbox.Data;

/// <summary>Knows which businesses and cigars there are. Thread-safe.</summary>
internal sealed class OwnerStore(SandboxDatabase database)
{
    public bool Exists(Owner owner)
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = owner.Kind switch
        {
            OwnerKind.Venue => "SELECT 1 FROM venues WHERE id = $id",
            OwnerKind.Brand => "SELECT 1 FROM brands WHERE id = $id",
            _ => "SELECT 1 FROM cigars WHERE id = $id",
        };
        command.Parameters.AddWithValue("$id", owner.Id);
        return command.ExecuteScalar() is not null;
    }
}
