"""Which Flask extensions are there? Unbound objects, initialised by `app.create_app`."""

from flask_cors import CORS
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_sqlalchemy import SQLAlchemy

from service.database import Base

database = SQLAlchemy(model_class=Base)
limiter = Limiter(key_func=get_remote_address)
cors = CORS()
